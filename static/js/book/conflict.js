// A line that two people changed, in its place: both texts, side by side, until somebody chooses.
// Everything typed is shown as text and never as markup.
import { make } from "./dom.js";
import { FIELDS, grow, show } from "./line.js";
import { placeOf } from "./order.js";

const WORDS = ["text", "kind", "speaker", "owner", "due", "after_presenter_left"];

// What we wanted the line to be: all our edits of it, the last word winning.
export function merged(entries, line) {
  const ours = {};
  for (const { op } of entries) for (const name of WORDS) if (op[name] !== undefined && op.do !== "restrict") ours[name] = op[name];
  for (const name of line.touched) ours[name === "typed" ? "speaker" : name] = line[name];
  return ours;
}

export function ask(book, line, { outcome, line: theirs, sentence, by, at }) {
  const entries = book.outbox.of(line.key);
  const removes = entries.at(-1)?.op.do === "remove";
  const ours = { text: line.text, ...merged(entries, line) };
  const mine = ours.text.trim();
  const who = theirs?.by ?? by ?? "Somebody else";
  const question = { theirs, heard: (now) => { question.theirs = now; box.querySelector(".r-theirs").textContent = now.text; } };
  line.touched.clear();
  book.touched.delete(line);
  book.asks.set(line.key, question);

  const settle = (ops, after) => {
    book.asks.delete(line.key);
    box.remove();
    line.element.classList.remove("r-line--asks");
    book.outbox.instead(line.key, ops);
    after?.();
    show(line, book);
    book.showStatus();
    book.focus(line, line.text.length);
  };
  const op = (what, more = {}) => ({ op: crypto.randomUUID(), do: what, key: line.key, ...more });
  const takeTheirs = () => { line.adopt(question.theirs); show(line, book); };
  const write = (text) => settle([op("revise", { ...ours, text, version: question.theirs.version, was: { text: question.theirs.text } })], () => { line.base = question.theirs; line.text = text; });
  const restored = () => { const back = op("restore", placeOf(book.rows, book.rows.indexOf(line), (one) => !one.isFresh)); return [back, op("revise", { ...ours, follows: back.op })]; };

  const both = () => settle([], () => {
    takeTheirs();
    const at = book.rows.indexOf(line);
    const next = book.edit.insert(at, line.depth, { text: mine, kind: ours.kind ?? line.kind, typed: ours.speaker ?? line.typed, speaker: ours.speaker ?? line.speaker });
    for (const name of FIELDS) book.touch(next, name);
  });
  const gone = () => settle([], () => { const here = line; book.drop(here); });

  const field = make("textarea", { class: "r-merge", rows: "2", autocomplete: "off", "aria-label": `What line ${line.number} shall say` });
  field.value = mine;
  field.addEventListener("input", () => grow(field));
  const button = (words, act, tone = "govuk-button--secondary") => make("button", { type: "button", class: `govuk-button ${tone}`, onclick: act }, words);
  const side = (title, text, name) => make("div", { class: "r-side-by" }, make("b", { class: "de-strong" }, title), make("p", { class: `de-record ${name}` }, text));

  const shown = {
    conflict: () => removes
      ? [said(`Line ${line.number} was changed while you removed it.`), side(`${who} saved`, theirs.text, "r-theirs"), buttons(button("Keep it", () => settle([], takeTheirs), ""), button("Remove it all the same", () => settle([op("remove", { version: question.theirs.version })], () => book.drop(line))))]
      : [said(`Line ${line.number} was changed by two people. Both texts are kept until you choose.`), make("div", { class: "q-conf" }, side("Yours, not saved", mine, "r-mine"), side(`${who}’s, saved`, theirs.text, "r-theirs")), field,
        buttons(button("Save this text", () => write(field.value.trim() || mine), ""), button("Keep mine", () => write(mine)), button("Keep theirs", () => settle([], takeTheirs)), button("Keep both as two lines", both))],
    missing: () => [said(sentence || `Line ${line.number} was removed while you wrote in it.`), side("Yours, not saved", mine, "r-mine"), buttons(button("Put it back with my text", () => settle(restored(), () => { line.text = mine; }), ""), button("Leave it out", gone))],
    refused: () => [said(sentence || "The server did not take this line."), side("Yours, not saved", mine, "r-mine"), buttons(button("Try again", () => settle(entries.map((one) => fresh(one.op, line)), null), ""), button("Give up this text", () => (line.base ? settle([], () => { line.adopt(line.theirs ?? line.base); show(line, book); }) : gone())))],
  };
  const box = make("div", { class: "r-asks", role: "group", "aria-label": `Line ${line.number}: choose a text` }, ...(shown[outcome] ?? shown.refused)());
  line.element.querySelector(".r-asks")?.remove();
  line.element.classList.add("r-line--asks");
  line.element.append(box);
  book.tell(`Line ${line.number} needs your choice.`);
}

const said = (words) => make("p", { class: "r-asks__said" }, words);
const buttons = (...all) => make("div", { class: "de-row" }, ...all);

// The same once more, under another number: the first was answered already.
function fresh({ op, follows, ...rest }, line) {
  return { ...rest, op: crypto.randomUUID(), ...(["revise", "remove"].includes(rest.do) ? { version: (line.theirs ?? line.base)?.version ?? rest.version ?? 1 } : {}) };
}
