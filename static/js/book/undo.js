// What was done on this page, to take back and to do again: words, kinds, places, removals.
export class Undo {
  #done = [];
  #undone = [];
  #open = null;

  // All that `work` does is one step.
  step(work) {
    if (this.#open) return work();
    this.#open = [];
    try {
      return work();
    } finally {
      if (this.#open.length) this.#push({ parts: this.#open, at: 0 });
      this.#open = null;
    }
  }

  note(part) {
    if (this.#open) this.#open.push(part);
    else this.#push({ parts: [part], at: 0 });
  }

  // Typing on in the same line within a moment belongs to the step before.
  typed(line, before, after) {
    const last = this.#done.at(-1);
    const now = performance.now();
    if (last?.typing === line && now - last.at < 1200 && !this.#open) {
      last.after = after;
      last.at = now;
      this.#undone = [];
      return;
    }
    this.#push({ typing: line, before, after, at: now });
  }

  // The next word begins a step of its own.
  pause() { const last = this.#done.at(-1); if (last) last.at = 0; }

  take(edit) { return this.#turn(this.#done, this.#undone, edit, true); }
  again(edit) { return this.#turn(this.#undone, this.#done, edit, false); }

  #push(step) {
    this.#done.push(step);
    this.#undone = [];
    if (this.#done.length > 500) this.#done.shift();
  }

  #turn(from, to, edit, back) {
    const step = from.pop();
    if (!step) return false;
    to.push(step);
    if (step.typing) {
      edit.text(step.typing, back ? step.after : step.before, back ? step.before : step.after);
      step.at = 0;
    } else {
      const parts = back ? [...step.parts].reverse() : step.parts;
      for (const part of parts) (back ? part.undo : part.redo)();
    }
    return true;
  }
}
