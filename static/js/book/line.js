// One line on the page. What it says is in its textarea; everything else about it is here, and
// only the line concerned is ever touched.
import { make, say } from "./dom.js";
import { KINDS } from "./kinds.js";

const GROWS = CSS.supports("field-sizing", "content");
export const FIELDS = ["text", "kind", "typed", "owner", "due", "after_presenter_left"];

export class Line {
  depth = 0;
  number = "";
  fixed = false; // its number is printed already and stays
  isFresh = true; // the server has not been told of it
  base = null; // as the server had it when what stands here was begun
  theirs = null; // as the server has it now, where that is not what stands here
  text = "";
  kind = "point";
  speaker = "";
  typed = "";
  was = null;
  owner = "";
  due = "";
  after_presenter_left = false;
  restricted = false;
  restricted_reason = "";
  touched = new Set(); // fields changed and not yet handed to the outbox
  others = []; // who else is in it

  constructor(key) { this.key = key; }

  // Take over what the server says of it. It keeps no blanks round a text; here they stay, for
  // who pauses after a word goes on behind the blank they typed.
  adopt(server) {
    const { text } = this;
    this.isFresh = false;
    this.base = server;
    this.theirs = null;
    for (const field of [...FIELDS, "speaker", "was", "restricted", "restricted_reason"]) this[field] = server[field] ?? blank(field);
    if (text.trim() === this.text) this.text = text;
  }
}

const blank = (field) => (["was"].includes(field) ? null : field.startsWith("after") || field === "restricted" ? false : "");

export function build(line, book) {
  const no = make("span", { class: "r-line__no" });
  const kind = make("button", { type: "button", class: "r-line__kind", tabindex: "-1", "aria-haspopup": "menu" });
  const who = make("span", { class: "r-line__who", hidden: true });
  const field = make("textarea", { rows: "1", autocomplete: "off", spellcheck: "true", autocapitalize: "sentences", tabindex: "-1", readonly: book.locked && true });
  const more = make("div", { class: "r-line__more", hidden: true });
  const element = make("li", { class: "r-line", id: `line-${line.key}` }, no, kind, make("div", { class: "r-line__body" }, who, field), make("span", { class: "r-line__st" }), more);
  Object.assign(line, { element, no, kindButton: kind, who, field, more });
  element.book = line;
  field.value = line.text;
  show(line, book);
  return element;
}

export function show(line, book) {
  if (!line.element) return;
  const { element, field } = line;
  const current = book.current === line;
  element.className = `r-line r-line--${line.kind}`;
  element.classList.toggle("r-line--other", line.others.length > 0);
  element.classList.toggle("r-line--restricted", line.restricted);
  element.classList.toggle("r-line--current", current);
  element.classList.toggle("r-line--waits", book.isWaiting(line));
  element.dataset.depth = Math.min(line.depth, 5);
  say(line.kindButton, KINDS[line.kind] ?? line.kind);
  say(line.who, line.speaker || "");
  line.who.hidden = !line.speaker;
  if (field.value !== line.text) setText(line);
  field.tabIndex = current ? 0 : -1;
  showMore(line, book, current);
  showLabel(line);
  grow(field);
}

// Other words in the field, the caret where it was among them.
function setText(line) {
  const { field } = line;
  const isHere = document.activeElement === field;
  const { selectionStart, selectionEnd, value } = field;
  field.value = line.text;
  if (!isHere) return;
  let same = 0; // a change behind the caret leaves it; one before it moves it along
  while (same < value.length && value[same] === line.text[same]) same += 1;
  const shift = same < selectionStart ? line.text.length - value.length : 0;
  field.setSelectionRange(Math.max(0, selectionStart + shift), Math.max(0, selectionEnd + shift));
}

export function showNumber(line, number) {
  if (line.number === number) return;
  line.number = number;
  if (!line.element) return;
  say(line.no, number);
  showLabel(line);
}

export function showLabel(line) {
  const kind = KINDS[line.kind] ?? line.kind;
  const name = ["Line", line.number].filter(Boolean).join(" ");
  const said = [name, kind.toLowerCase(), line.speaker, `level ${line.depth + 1}`, line.restricted && "withheld"].filter(Boolean).join(", ");
  if (line.field.getAttribute("aria-label") === said) return;
  line.field.setAttribute("aria-label", said);
  line.kindButton.setAttribute("aria-label", `${kind}, change the kind of line ${line.number}`.trim());
}

function showMore(line, book, current) {
  const parts = [];
  if (line.kind === "action") parts.push(...(current && !book.locked ? [asked(line, book, "owner", "Owner"), asked(line, book, "due", "Due")] : [told("Owner", line.owner), told("Due", line.due)]));
  if (line.restricted) parts.push(make("span", { class: "de-restricted__bar" }, `Withheld from what is published: ${line.restricted_reason}`));
  if (line.after_presenter_left) parts.push(make("span", {}, "Said after the presenters had left"));
  if (current && line.was && line.was !== line.speaker)
    parts.push(make("span", {}, "Attributed in public as ", make("b", { class: "de-strong" }, line.speaker || "nobody")), make("span", { class: "r-line__was" }, `${line.was}, seen by secretariat and Chair`));
  for (const name of line.others) parts.push(make("span", { class: "r-chip" }, `${name} is writing here`));
  const seen = parts.filter(Boolean);
  const unchanged = seen.length === line.more.childNodes.length && seen.every((one, n) => one.isEqualNode(line.more.childNodes[n]) && !one.querySelector("input"));
  if (unchanged) return;
  const kept = [...line.more.querySelectorAll("input")];
  if (kept.includes(document.activeElement)) return; // somebody types there
  line.more.hidden = !seen.length;
  line.more.replaceChildren(...seen);
}

const told = (name, value) => value && make("span", {}, `${name} `, make("b", { class: "de-strong" }, value));

// Owner and due of an action, asked in place.
function asked(line, book, field, name) {
  const input = make("input", { class: "govuk-input r-ask", autocomplete: "off", "aria-label": `${name} of the action in line ${line.number}`, list: field === "owner" ? "book-people" : null, placeholder: field === "due" ? "9 December" : "who" });
  input.value = line[field] || (field === "owner" ? line.speaker : "");
  input.dataset.field = field;
  input.addEventListener("change", () => book.edit.set(line, { [field]: input.value.trim() }));
  return make("label", { class: "r-line__ask" }, `${name} `, input);
}

// For browsers that do not let a field grow with its text.
export function grow(field) {
  if (GROWS) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}
