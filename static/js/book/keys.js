// The keyboard of the minute book.
import { grow } from "./line.js";
import { lineOf } from "./menus.js";
import { pasted } from "./paste.js";
import { speaker, takeOff } from "./prefixes.js";

const STEPS = { ArrowUp: "up", ArrowDown: "down", ArrowLeft: "out", ArrowRight: "in" };
const isOneRow = (field) => field.scrollHeight < 2 * parseFloat(getComputedStyle(field).lineHeight);

export function listen(book) {
  const { list } = book;
  list.addEventListener("focusin", (event) => {
    const line = lineOf(event.target);
    if (line) book.enter(line);
  });
  list.addEventListener("focusout", (event) => {
    if (!list.contains(event.relatedTarget) && !event.relatedTarget?.closest(".r-menu, dialog")) book.flushAll();
  });
  list.addEventListener("input", (event) => { if (isText(event.target)) typed(book, lineOf(event.target), event); });
  list.addEventListener("keydown", (event) => pressed(book, event));
  list.addEventListener("paste", (event) => { if (isText(event.target)) pasted(book, lineOf(event.target), event); });
  list.addEventListener("beforeinput", (event) => {
    if (!["historyUndo", "historyRedo"].includes(event.inputType)) return; // from the browser's menu
    event.preventDefault();
    undo(book, event.inputType === "historyUndo");
  });
}

const isText = (field) => field.tagName === "TEXTAREA" && !field.classList.contains("r-merge");

const undo = (book, back) => (book.flushAll(), back ? book.undo.take(book.edit) : book.undo.again(book.edit)) || book.tell(back ? "Nothing to take back." : "Nothing to do again.");

function typed(book, line, event) {
  const { field } = line;
  book.edit.typed(line, field.value);
  grow(field);
  if (event.isComposing) return;
  const caret = field.selectionStart;
  if (event.data === " " && caret === 1 && line.speaker) { // after the colon that named them
    book.edit.set(line, { text: line.text.slice(1) });
    return field.setSelectionRange(0, 0);
  }
  if (event.data === " " && caret === field.selectionEnd) {
    const start = field.value.slice(0, caret);
    const kind = /^([a-z]) $/.exec(start);
    if (kind && book.words.kinds[kind[1]]) return takeOff(book, line, caret, { kind: book.words.kinds[kind[1]] });
    if (start.endsWith(": ")) return speaker(book, line, caret);
    if (book.complete.phrase(line, caret)) return;
  }
  if (event.data === ":" && book.complete.isOpen) return book.complete.colon(line, caret);
  book.complete.typed(line, caret);
}

function pressed(book, event) {
  const field = event.target;
  const line = lineOf(field);
  if (!line || event.isComposing) return;
  if (field.matches(".r-ask")) return asked(book, line, event);
  if (field.matches(".r-merge")) { if (event.key === "Escape") leave(book); return; }
  const act = book.complete.pressed(event) || chosen(book, line, event) || (isText(field) && written(book, line, event));
  if (act) event.preventDefault();
}

// With Alt, and what is the same everywhere in a line.
function chosen(book, line, event) {
  const { key, code, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (key === "Escape") { leave(book); return true; }
  if ((ctrlKey || metaKey) && !altKey && code === "KeyZ") { undo(book, !shiftKey); return true; }
  if (ctrlKey && !altKey && code === "KeyY") { undo(book, false); return true; }
  if (!altKey || ctrlKey || metaKey) return false;
  if (code === "KeyH") { book.menus.help(); return true; }
  if (book.locked || book.asks.has(line.key)) return false;
  if (STEPS[key]) {
    book.edit.step(line, STEPS[key]);
    book.focus(line);
    return true;
  }
  const act = {
    KeyK: () => book.menus.kinds(line),
    KeyS: () => book.menus.speaker(line),
    KeyR: () => book.menus.restrict(line),
    KeyM: () => book.menus.toItem(line),
    KeyL: () => book.edit.set(line, { after_presenter_left: !line.after_presenter_left }),
  }[code];
  act?.();
  return Boolean(act);
}

function written(book, line, event) {
  const { field } = line;
  const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
  const { selectionStart: from, selectionEnd: to, value } = field;
  if (ctrlKey || metaKey || altKey) return false;
  if (key === "ArrowUp" && from === to && !shiftKey && (from === 0 || isOneRow(field))) return next(book, line, -1, from);
  if (key === "ArrowDown" && from === to && !shiftKey && (to === value.length || isOneRow(field))) return next(book, line, 1, from);
  if (key === "ArrowLeft" && to === 0 && !shiftKey) return next(book, line, -1, Infinity);
  if (key === "ArrowRight" && from === value.length && !shiftKey) return next(book, line, 1, 0);
  if (book.locked || book.asks.has(line.key)) return false;
  if (key === "Enter" && !shiftKey) return enter(book, line, from, to);
  if (key === "Tab") { nest(book, line, shiftKey); return true; }
  if (key === "Backspace" && from === 0 && to === 0) return back(book, line);
  if (key === "Delete" && from === value.length && from === to) return pullUp(book, line);
  return false;
}

function next(book, line, way, caret) {
  const other = book.rows[book.rows.indexOf(line) + way];
  if (other) book.focus(other, Math.min(caret, other.text.length));
  return Boolean(other);
}

function enter(book, line, from, to) {
  if (!line.text.trim()) {
    if (line.depth) book.edit.step(line, "out"); // as in a list of Word: once more leaves the level
    return true;
  }
  book.complete.phrase(line, from);
  if (line.kind === "action" && !line.owner) { const ask = line.more.querySelector("[data-field=owner]"); if (ask) { ask.focus(); ask.select(); return true; } }
  const at = Math.min(line.field.selectionStart, line.text.length);
  book.focus(book.edit.split(line, at === from ? from : at, at === from ? to : at), 0);
  book.outbox.sendSoon(50);
  return true;
}

function nest(book, line, out) {
  const { selectionStart, selectionEnd } = line.field;
  if (!book.edit.step(line, out ? "out" : "in")) book.tell(out ? "This line is at the first level." : "There is no line above to nest it under.");
  book.focus(line);
  line.field.setSelectionRange(selectionStart, selectionEnd);
}

function back(book, line) {
  if (line.speaker) { book.edit.set(line, { speaker: "", typed: "", was: null }); return true; }
  if (line.text === "" && !line.depth) return gone(book, line);
  if (line.depth) { nest(book, line, true); return true; }
  book.edit.join(line);
  return true;
}

function gone(book, line) {
  const at = book.rows.indexOf(line);
  const other = book.rows[at - 1] ?? book.rows[at + 1];
  if (!other) { book.edit.set(line, { kind: "point" }); return true; }
  book.edit.remove(line);
  book.focus(other, at ? other.text.length : 0);
  return true;
}

function pullUp(book, line) {
  const below = book.rows[book.rows.indexOf(line) + 1];
  if (!below || book.asks.has(below.key)) return true;
  book.edit.join(below);
  return true;
}

// Owner, then due, then the next line.
function asked(book, line, event) {
  const { key, target } = event;
  if (key === "Escape") { event.preventDefault(); book.focus(line, line.text.length); }
  if (key !== "Enter") return;
  event.preventDefault();
  book.edit.set(line, { [target.dataset.field]: target.value.trim() });
  const due = target.dataset.field === "owner" && line.more.querySelector("[data-field=due]");
  if (due) return due.focus();
  target.blur(); // left empty, too, it is asked no more
  book.focus(book.edit.split(line, line.text.length, line.text.length), 0);
}

// Esc: out of the list, so that Tab goes on through the page.
function leave(book) {
  book.complete.close();
  book.flushAll();
  book.outbox.sendSoon();
  book.root.querySelector("[data-book-keys]").focus();
}
