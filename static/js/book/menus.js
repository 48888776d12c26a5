// Menus and dialogs of a line: each thing that a key does can be found and pressed here too.
import { key, make } from "./dom.js";
import { KINDS } from "./kinds.js";
import { asTyped, speakerOf } from "./typing.js";

export const lineOf = (element) => element.closest?.(".r-line")?.book;

export class Menus {
  #open = null;

  constructor(book) {
    this.book = book;
    this.button = make("button", { type: "button", class: "r-dots", "aria-haspopup": "menu", tabindex: "-1" }, "⋯");
    this.button.addEventListener("click", () => this.acts(lineOf(this.button)));
  }

  listen() {
    const { list, root } = this.book;
    list.addEventListener("click", (event) => {
      const line = lineOf(event.target);
      if (event.target.closest(".r-line__kind") && line && !this.book.locked) this.kinds(line);
      else if (line && event.target.matches(".r-line__body, .r-line, .r-line__no, .r-line__who")) this.book.focus(line, line.text.length);
    });
    document.addEventListener("pointerdown", (event) => { if (this.#open && !this.#open.contains(event.target)) this.close(); });
    root.querySelector("[data-book-help]")?.addEventListener("click", () => this.help());
    root.querySelector("[data-book-add]")?.addEventListener("click", () => this.book.focus(this.#last()));
  }

  #last() {
    const last = this.book.rows.at(-1);
    return last?.isFresh && !last.text ? last : this.book.newLast();
  }

  // The three dots belong to the line that is current.
  beside(line) {
    if (this.book.locked) return;
    const place = line.element.querySelector(".r-line__st");
    this.button.setAttribute("aria-label", `What can be done with line ${line.number}`);
    if (this.button.parentNode !== place) place.append(this.button);
  }

  kinds(line) {
    const { book } = this;
    const letters = Object.fromEntries(Object.entries(book.words.kinds).map(([letter, kind]) => [kind, letter]));
    const rows = Object.entries(KINDS).map(([kind, name]) => ({ name, key: letters[kind], letter: letters[kind], checked: line.kind === kind, act: () => book.edit.kind(line, kind) }));
    this.#menu(line, `Kind of line ${line.number}`, rows, line.kindButton);
  }

  acts(line) {
    const { book } = this;
    const { edit } = book;
    this.#menu(line, `Line ${line.number}`, [
      { name: "Kind…", key: "Alt K", act: () => this.kinds(line) },
      { name: "Speaker…", key: "Alt S", act: () => this.speaker(line) },
      { name: "Said after the presenters had left", key: "Alt L", checked: line.after_presenter_left, act: () => edit.set(line, { after_presenter_left: !line.after_presenter_left }) },
      line.restricted ? { name: "Publish it after all", key: "Alt R", act: () => edit.restrict(line, "") } : { name: "Restrict, with a reason…", key: "Alt R", act: () => this.restrict(line) },
      { name: "Nest", key: "Tab", act: () => edit.step(line, "in") },
      { name: "Unnest", key: "Shift Tab", act: () => edit.step(line, "out") },
      { name: "Move up", key: "Alt ↑", act: () => edit.step(line, "up") },
      { name: "Move down", key: "Alt ↓", act: () => edit.step(line, "down") },
      { name: "Move to another item…", key: "Alt M", act: () => this.toItem(line) },
      ...(line.isFresh ? [] : [{ name: "What it said before", act: () => { location.href = book.page.sync.replace("/log/sync/", `/lines/${line.key}/history/`); } }]),
      { name: "Remove", act: () => { const near = book.rows[book.rows.indexOf(line) - 1]; edit.remove(line); if (near) book.focus(near, near.text.length); else book.focus(book.rows[0] ?? book.newLast()); } },
    ], line.element.querySelector(".r-line__st"));
  }

  #menu(line, name, rows, beside) {
    this.close();
    const items = rows.map((row) => make("li", { role: row.checked === undefined ? "menuitem" : "menuitemcheckbox", tabindex: "-1", "aria-checked": row.checked === undefined ? null : String(row.checked), "data-letter": row.letter ?? row.name[0].toLowerCase(),
      onclick: () => { this.close(); this.book.focus(line); row.act(); } }, make("span", {}, row.name), row.key ? key(row.key) : ""));
    const menu = make("ul", { class: "r-menu", role: "menu", "aria-label": name }, ...items);
    menu.addEventListener("keydown", (event) => this.#pressed(event, items, line));
    menu.addEventListener("focusout", (event) => { if (event.relatedTarget && !menu.contains(event.relatedTarget)) this.close(); });
    beside.after(menu);
    this.#open = menu;
    const { bottom, height } = menu.getBoundingClientRect();
    menu.classList.toggle("r-menu--up", bottom > innerHeight && height < line.element.getBoundingClientRect().top);
    (items.find((one) => one.getAttribute("aria-checked") === "true") ?? items[0]).focus();
  }

  #pressed(event, items, line) {
    const at = items.indexOf(document.activeElement);
    event.stopPropagation();
    if (event.key === "Escape" || event.key === "Tab") { this.close(); this.book.focus(line); }
    else if (event.key === "ArrowDown") items[(at + 1) % items.length].focus();
    else if (event.key === "ArrowUp") items[(at - 1 + items.length) % items.length].focus();
    else if (event.key === "Enter" || event.key === " ") items[at].click();
    else if (event.key.length === 1 && !event.altKey) items.find((one) => one.dataset.letter === event.key)?.click();
    event.preventDefault();
  }

  close() { const open = this.#open; this.#open = null; open?.remove(); }

  // --- dialogs

  #dialog(line, title, parts, done) {
    const field = parts.find((part) => part.matches?.("input, select")) ?? parts.flatMap((part) => [...(part.querySelectorAll?.("input, select") ?? [])])[0];
    const form = make("form", { method: "dialog" }, make("h2", { class: "govuk-heading-m", id: "book-dialog", tabindex: "-1" }, title), ...parts,
      make("div", { class: "de-row" }, done && make("button", { class: "govuk-button", value: "ok" }, done.words), make("button", { class: "govuk-button govuk-button--secondary", value: "no", formnovalidate: true }, done ? "Cancel" : "Close")));
    const dialog = make("dialog", { class: "r-dialog", "aria-labelledby": "book-dialog" }, form);
    dialog.addEventListener("close", () => {
      const value = field?.value.trim();
      dialog.remove();
      if (line) this.book.focus(line);
      if (dialog.returnValue === "ok") done.act(value);
    });
    this.book.root.append(dialog);
    dialog.showModal();
    (field ?? form.firstElementChild).focus();
  }

  restrict(line) {
    if (line.restricted) return this.book.edit.restrict(line, "");
    const reason = make("input", { class: "govuk-input", id: "book-reason", required: true, maxlength: "255", autocomplete: "off" });
    const label = make("label", { class: "govuk-label", for: "book-reason" }, "Reason, printed in its place");
    const hint = make("p", { class: "govuk-hint" }, "Such as: personal information; operational detail.");
    this.#dialog(line, `Restrict line ${line.number}`, [label, hint, reason], { words: "Restrict this line", act: (value) => value && this.book.edit.restrict(line, value) });
  }

  speaker(line) {
    const { book } = this;
    const names = book.words.people.filter((one) => one.initials).flatMap((one) => [make("option", { value: one.initials }, one.name ?? ""), make("option", { value: `Member (${one.initials})` }, `${one.name ?? ""}, printed as Member`)]);
    const list = make("datalist", { id: "book-speakers" }, ...names, ...book.words.labels.map((one) => make("option", { value: one })));
    const field = make("input", { class: "govuk-input", id: "book-speaker", list: "book-speakers", maxlength: "255", autocomplete: "off" });
    field.value = line.typed ?? "";
    const label = make("label", { class: "govuk-label", for: "book-speaker" }, "Speaker");
    const hint = make("p", { class: "govuk-hint" }, "JB, or Member (JB) to print Member and keep who it was. Empty for nobody.");
    this.#dialog(line, `Who said line ${line.number}`, [label, hint, field, list], { words: "Set the speaker", act: (value) => {
      const found = speakerOf(`${value}: x`, book.words);
      const named = found.text === "x" ? found : { speaker: value, hidden: null };
      const behind = book.words.people.find((one) => one.initials && one.initials === (named.hidden ?? named.speaker))?.name ?? null;
      book.edit.set(line, value ? { speaker: named.speaker, typed: asTyped(named), was: behind } : { speaker: "", typed: "", was: null });
    } });
  }

  toItem(line) {
    const { book } = this;
    const others = book.items.filter(([item]) => item !== book.page.item);
    if (!others.length || line.isFresh) return;
    const choice = make("select", { class: "govuk-select", id: "book-item" }, ...others.map(([item, name]) => make("option", { value: item }, name)));
    const label = make("label", { class: "govuk-label", for: "book-item" }, "Item");
    this.#dialog(line, `Move line ${line.number} to another item`, [label, choice], { words: "Move it", act: (value) => book.edit.toItem(line, Number(value), others.find(([item]) => item === Number(value))[1]) });
  }

  help() {
    const { book } = this;
    const line = book.current;
    const rows = [...HELP, ...(document.getElementById("papers") ? ROOM : [])].map(([keys, does]) => [keys.map((one) => key(one)), does]);
    const phrases = book.words.phrases.map(([short, text]) => [[key(`;${short}`)], text]);
    const list = (all) => make("dl", { class: "r-help" }, ...all.flatMap(([keys, does]) => [make("dt", {}, ...keys.flatMap((one, n) => (n ? [" ", one] : [one]))), make("dd", {}, does)]));
    const letters = Object.entries(book.words.kinds).map(([letter, kind]) => `${letter} ${KINDS[kind].toLowerCase()}`).join(", ");
    const link = book.root.dataset.phrases && make("p", {}, make("a", { href: book.root.dataset.phrases }, "Change the phrases"));
    this.#dialog(line, "Keys of the minute book", [list(rows), make("p", { class: "de-meta" }, `A letter and a space at the start of a line set its kind: ${letters}.`), phrases.length ? make("h3", { class: "govuk-heading-s" }, "Phrases") : "", phrases.length ? list(phrases) : "", link ?? ""]);
  }
}

const HELP = [
  [["Enter"], "a new line below; in an empty nested line: one level out"],
  [["Shift Enter"], "a new row in the same line"],
  [["Tab"], "nest under the line above; an empty line under a question is its answer"],
  [["Shift Tab"], "one level out"],
  [["Backspace"], "at the start: take off the speaker, go one level out, join the line above; in an empty line: remove it"],
  [["↑", "↓"], "the line above or below"],
  [["Alt ↑", "Alt ↓"], "move the line, with its replies"],
  [["Ctrl Z", "Ctrl Shift Z"], "take back, do again"],
  [["JB:", "Member (JB):"], "at the start: who said it; with Member (JB) only Member is printed"],
  [["Alt K"], "choose the kind"],
  [["Alt S"], "choose the speaker"],
  [["Alt R"], "restrict the line, or publish it after all"],
  [["Alt L"], "said after the presenters had left"],
  [["Alt M"], "move the line to another item"],
  [["Esc"], "leave the lines, so that Tab goes on through the page"],
  [["Alt H"], "this list"],
];

const ROOM = [ // of static/js/room.js
  [["Alt P"], "the papers of the item beside the lines, and back"],
  [["Alt W"], "who is here, to note who comes and goes"],
];
