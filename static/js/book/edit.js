// What can be done to lines: each change is seen at once, remembered for undo, and handed to
// the book, which keeps and sends it.
import { blockEnd, cut, indexOf, parentAt, placeOf, put, siblingAfter, siblingBefore } from "./order.js";
import { Line, FIELDS, show } from "./line.js";

export class Edit {
  constructor(book) { this.book = book; }

  get rows() { return this.book.rows; }
  at(line) { return this.rows.indexOf(line); }

  // Typing: the words of a line are now these.
  typed(line, text) {
    this.book.undo.typed(line, line.text, text);
    line.text = text;
    this.book.touch(line, "text");
  }

  // Words back or forth by undo, unless somebody else has changed them meanwhile.
  text(line, expected, wanted) {
    if (!this.rows.includes(line)) return;
    if (line.text !== expected) return this.book.tell("Somebody changed this line meanwhile, so its words stay.");
    line.text = wanted;
    this.book.touch(line, "text");
    show(line, this.book);
    this.book.focus(line, wanted.length);
  }

  set(line, fields) {
    const before = Object.fromEntries(Object.keys(fields).map((name) => [name, line[name]]));
    if (Object.entries(fields).every(([name, value]) => line[name] === value)) return;
    this.#set(line, fields);
    this.book.undo.note({ undo: () => this.#set(line, before, true), redo: () => this.#set(line, fields, true) });
  }

  #set(line, fields, focus) {
    Object.assign(line, fields);
    for (const name of Object.keys(fields)) if (FIELDS.includes(name)) this.book.touch(line, name);
    show(line, this.book);
    if (focus) this.book.focus(line, line.text.length);
  }

  // A new line behind row `at`, or as the first with -1.
  insert(at, depth, fields = {}) {
    const line = new Line(crypto.randomUUID());
    Object.assign(line, { depth, ...fields });
    const rows = [...this.rows];
    rows.splice(at + 1, 0, line);
    this.book.lines.set(line.key, line);
    this.book.arrange(rows);
    if (line.text) this.book.touch(line, "text");
    this.book.undo.note({ undo: () => this.#remove(line), redo: () => this.#restore(line, at, depth) });
    return line;
  }

  // A line goes; its replies stand where it stood.
  remove(line) {
    this.book.undo.step(() => {
      const at = this.at(line);
      const end = blockEnd(this.rows, at);
      const replies = this.rows.slice(at + 1, end).filter((one) => one.depth === line.depth + 1);
      const parent = parentAt(this.rows, at)?.key ?? null;
      let after = line.key;
      for (const reply of replies) { this.move(reply, { parent, after }); after = reply.key; }
      const place = { at: this.at(line), depth: line.depth };
      this.#remove(line);
      this.book.undo.note({ undo: () => this.#restore(line, place.at - 1, place.depth), redo: () => this.#remove(line) });
    });
  }

  #remove(line) {
    const at = this.at(line);
    if (at < 0) return;
    if (!line.isFresh) {
      this.book.flush(line);
      this.book.send({ do: "remove" }, line);
    }
    this.book.drop(line);
    const near = this.rows[Math.max(0, at - 1)];
    if (near) this.book.focus(near, near.text.length);
  }

  #restore(line, at, depth) {
    const rows = [...this.rows];
    line.depth = depth;
    rows.splice(Math.min(at + 1, rows.length), 0, line);
    this.book.lines.set(line.key, line);
    this.book.arrange(rows);
    if (!line.isFresh) this.book.send({ do: "restore", ...this.place(line) }, line);
    else if (line.text) this.book.touch(line, "text");
    this.book.focus(line, line.text.length);
  }

  // Where the line stands among those the server knows.
  // As the only one it is the last: somebody else may be writing the first.
  place(line) {
    const at = this.at(line);
    const place = placeOf(this.rows, at, (one) => !one.isFresh);
    const later = this.rows.slice(blockEnd(this.rows, at)).findIndex((one) => one.depth <= line.depth && !one.isFresh);
    const isAlone = later < 0 || this.rows.slice(blockEnd(this.rows, at))[later].depth < line.depth;
    return place.after === "first" && isAlone ? { ...place, after: "last" } : place;
  }

  // A line, and all under it, goes under `parent` behind `after`.
  move(line, place) {
    const before = placeOf(this.rows, this.at(line));
    if (before.parent === place.parent && before.after === place.after) return;
    this.#move(line, place);
    this.book.undo.note({ undo: () => this.#move(line, before, true), redo: () => this.#move(line, place, true) });
  }

  #move(line, place, focus) {
    if (this.at(line) < 0) return;
    const [rest, block] = cut(this.rows, line.key);
    this.book.arrange(put(rest, block, place));
    if (!line.isFresh) this.book.send({ do: "move", ...this.place(line) }, line);
    if (focus) this.book.focus(line);
  }

  // One step: "up" and "down" among its siblings, "in" under the one before, "out" behind its parent.
  step(line, direction) {
    const place = this.#step(line, direction);
    if (!place) return false;
    this.book.undo.step(() => {
      this.move(line, place);
      const over = this.book.lines.get(place.parent);
      if (direction === "in" && line.kind === "point" && ["question", "answer"].includes(over?.kind) && !line.text) this.set(line, { kind: "answer" });
      if (direction === "out" && line.kind === "answer" && !line.text && !over) this.set(line, { kind: "point" });
    });
    return true;
  }

  #step(line, direction) {
    const rows = this.rows;
    const at = this.at(line);
    const parent = parentAt(rows, at)?.key ?? null;
    const before = siblingBefore(rows, at);
    if (direction === "up" && before) return { parent, after: siblingBefore(rows, this.at(before))?.key ?? "first" };
    if (direction === "down") { const next = siblingAfter(rows, at); return next && { parent, after: next.key }; }
    if (direction === "in" && before && !before.isFresh) {
      const last = rows.slice(this.at(before) + 1, at).findLast((one) => one.depth === before.depth + 1);
      return { parent: before.key, after: last?.key ?? "first" };
    }
    if (direction === "out" && parent) return { parent: parentAt(rows, indexOf(rows, parent))?.key ?? null, after: parent };
    return null;
  }

  // Enter: what is behind the caret becomes the line below.
  split(line, from, to) {
    const { text } = line;
    return this.book.undo.step(() => {
      const at = this.at(line);
      if (from === 0 && to === 0 && text) { this.insert(at - 1, line.depth); return line; } // room above
      const rest = text.slice(to);
      if (rest || from < text.length) this.set(line, { text: text.slice(0, from).trimEnd() });
      this.book.flush(line);
      const hasReplies = blockEnd(this.rows, at) > at + 1;
      return this.insert(at, line.depth + (hasReplies ? 1 : 0), { text: rest.trimStart() });
    });
  }

  // Backspace at the start: this line goes on where the one above ends.
  join(line) {
    const at = this.at(line);
    const above = this.rows[at - 1];
    if (!above || this.book.asks.has(above.key)) return;
    this.book.undo.step(() => {
      const caret = above.text.length;
      if (line.text) this.set(above, { text: above.text + line.text });
      this.remove(line);
      this.book.focus(above, caret);
    });
  }

  // An answer typed under a question becomes its answer; a second stands beside the first.
  answer(line) {
    const above = this.rows[this.at(line) - 1];
    if (!above || above.isFresh || above.depth < line.depth) return;
    if (above.kind === "question" && above.depth === line.depth) this.step(line, "in");
    else if (above.kind === "answer" && above.depth === line.depth + 1) this.move(line, { parent: parentAt(this.rows, this.at(above)).key, after: above.key });
  }

  // A question begun behind the answers to another stands beside that one; Tab nests it after all.
  question(line) {
    const at = this.at(line);
    const over = parentAt(this.rows, at);
    const isLast = over && blockEnd(this.rows, this.at(over)) === at + 1;
    if (isLast && over.kind === "question" && !line.text.trim()) this.step(line, "out");
  }

  kind(line, kind) {
    this.book.undo.step(() => {
      this.set(line, { kind });
      if (kind === "answer") this.answer(line);
      if (kind === "question") this.question(line);
    });
  }

  // Withheld from what is published for a reason; "" publishes it after all.
  restrict(line, reason) {
    const before = line.restricted ? line.restricted_reason : "";
    this.#restrict(line, reason);
    this.book.undo.note({ undo: () => this.#restrict(line, before), redo: () => this.#restrict(line, reason) });
  }

  #restrict(line, reason) {
    Object.assign(line, { restricted: Boolean(reason), restricted_reason: reason });
    this.book.flush(line);
    if (!line.isFresh) this.book.send(reason ? { do: "restrict", reason } : { do: "unrestrict" }, line);
    show(line, this.book);
    this.book.focus(line);
  }

  // To the end of another item.
  toItem(line, item, name) {
    this.book.flush(line);
    if (line.isFresh) return;
    const at = this.at(line);
    const [rest, block] = cut(this.rows, line.key);
    const place = this.place(line);
    this.book.send({ do: "move", item, parent: null, after: "last" }, line);
    this.book.arrange(rest);
    for (const one of block) this.book.drop(one);
    this.book.tell(`Line ${line.number} is now under “${name}”.`);
    this.book.undo.note({ undo: () => this.#back(line, block, place), redo: () => this.toItem(line, item, name) });
    const near = this.rows[Math.min(at, this.rows.length - 1)];
    if (near) this.book.focus(near);
  }

  #back(line, block, place) {
    for (const one of block) this.book.lines.set(one.key, one);
    this.book.arrange(put(this.rows, block, place));
    this.book.send({ do: "move", item: this.book.page.item, ...place }, line);
    this.book.focus(line);
  }
}
