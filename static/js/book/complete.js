// Who is meant: those present and the usual labels, offered while a name begins a line; and the
// phrases that expand. Enter stays Enter until somebody has gone into the list.
import { make } from "./dom.js";
import { show } from "./line.js";
import { named } from "./prefixes.js";

const MOST = 6;
const begins = (text, said) => text.toLowerCase().startsWith(said);

export class Complete {
  #at = -1;
  #found = [];
  #line = null;

  constructor(book) {
    this.book = book;
    this.box = make("ul", { class: "r-menu r-complete", role: "listbox", id: "book-complete", "aria-label": "Speakers" });
  }

  get isOpen() { return this.#found.length > 0; }

  // The same people for the fields that ask for an owner.
  people() {
    const options = this.book.words.people.filter((one) => one.name).map((one) => make("option", { value: one.name }, one.initials ?? ""));
    const known = document.getElementById("book-people");
    const fresh = make("datalist", { id: "book-people" }, ...options);
    if (known) known.replaceWith(fresh); else this.book.root.append(fresh);
  }

  typed(line, caret) {
    const said = line.text.slice(0, caret).toLowerCase();
    const maybe = /^[\p{L}][\p{L}.'’ -]{0,23}(\([\p{L}]{0,8})?$/u.test(said) && (said.length > 1 || said !== line.text[0]) && !said.endsWith("  ");
    const found = maybe && caret === line.text.length ? this.#matching(said) : [];
    if (!found.length) return this.close();
    this.#show(line, found);
  }

  // Initials first, then labels, then names (a title is part of a name, and pr is a presenter);
  // each person also behind the label.
  #matching(said) {
    const { people, labels } = this.book.words;
    const [label, hidden] = said.split("(").map((one) => one.trim());
    const seen = people.filter((one) => one.name || one.initials);
    if (hidden !== undefined) {
      const printed = labels.find((one) => one.toLowerCase() === label);
      return printed ? seen.filter((one) => one.initials && begins(one.initials, hidden)).map((one) => ({ speaker: printed, hidden: one.initials, note: one.name })).slice(0, MOST) : [];
    }
    const byInitials = seen.filter((one) => one.initials && begins(one.initials, label));
    const byName = seen.filter((one) => !byInitials.includes(one) && one.name && label.length > 1 && one.name.split(/\s+/).some((word) => begins(word, label)));
    const offer = (one) => [
      { speaker: one.initials ?? one.name, hidden: null, note: one.initials ? one.name : "" },
      ...(one.initials ? [{ speaker: "Member", hidden: one.initials, note: `${one.name}, printed as Member` }] : []),
    ];
    const known = label.length > 1 ? labels.filter((one) => begins(one, label)).map((one) => ({ speaker: one, hidden: null, note: "" })) : [];
    return [...byInitials.flatMap(offer), ...known, ...byName.flatMap(offer)].slice(0, MOST);
  }

  #show(line, found) {
    this.#line = line;
    this.#found = found;
    this.#at = -1;
    this.box.replaceChildren(...found.map((one, n) => {
      const typed = one.hidden ? `${one.speaker} (${one.hidden})` : one.speaker;
      const option = make("li", { role: "option", id: `book-option-${n}`, "aria-selected": "false" }, make("b", { class: "de-strong" }, `${typed}:`), one.note ? ` ${one.note}` : "");
      option.addEventListener("mousedown", (event) => { event.preventDefault(); this.#take(n); });
      return option;
    }));
    if (this.box.parentNode !== line.field.parentNode) line.field.after(this.box);
    this.box.classList.remove("r-menu--up");
    const { bottom, height } = this.box.getBoundingClientRect();
    this.box.classList.toggle("r-menu--up", bottom > innerHeight && height < line.element.getBoundingClientRect().top);
    this.#pick(-1);
  }

  close() {
    if (!this.#found.length) return;
    this.#found = [];
    this.box.remove();
    this.#line?.field.removeAttribute("aria-controls");
    this.#line?.field.removeAttribute("aria-activedescendant");
  }

  #pick(at) {
    this.#at = at;
    [...this.box.children].forEach((one, n) => one.setAttribute("aria-selected", String(n === at)));
    this.#line.field.setAttribute("aria-controls", this.box.id);
    if (at >= 0) { this.#line.field.setAttribute("aria-activedescendant", `book-option-${at}`); this.book.tell(this.box.children[at].textContent); }
  }

  #take(n) {
    const one = this.#found[n];
    const line = this.#line;
    named(this.book, line, one, line.text.length);
  }

  // A colon after the beginning of one name is that name.
  colon(line, caret) {
    const said = line.text.slice(0, caret - 1).toLowerCase();
    const exact = this.#found.find((one) => (one.hidden ? `${one.speaker} (${one.hidden})` : one.speaker).toLowerCase() === said);
    const persons = new Set(this.#found.map((one) => one.note.replace(", printed as Member", "") || one.speaker));
    const only = this.#at >= 0 ? this.#found[this.#at] : exact ?? (persons.size === 1 ? this.#found[0] : null);
    if (only) named(this.book, line, only, caret);
    else this.close();
  }

  pressed(event) {
    if (!this.isOpen) return false;
    if (event.key === "Escape") { this.close(); return true; }
    if (event.key === "ArrowDown" && !event.altKey) { this.#pick((this.#at + 1) % this.#found.length); return true; }
    if (event.key === "ArrowUp" && !event.altKey && this.#at >= 0) { this.#pick(this.#at - 1); return true; }
    if (["Enter", "Tab"].includes(event.key) && this.#at >= 0) { this.#take(this.#at); return true; }
    return false;
  }

  // ";np" before the caret becomes what it stands for.
  phrase(line, caret) {
    const found = /(?:^|\s);([\p{L}\d]{1,12})(\s?)$/u.exec(line.text.slice(0, caret));
    const text = found && this.book.words.phrases.find(([short]) => short.toLowerCase() === found[1].toLowerCase())?.[1];
    if (!text) return false;
    const start = caret - found[1].length - found[2].length - 1;
    this.book.undo.pause();
    this.book.edit.set(line, { text: line.text.slice(0, start) + text + found[2] + line.text.slice(caret) });
    show(line, this.book);
    line.field.setSelectionRange(start + text.length + found[2].length, start + text.length + found[2].length);
    return true;
  }
}
