// The minute book of one item: its lines on this page, what was done to them here, what others
// do meanwhile. Typing never waits for the network; the outbox sends what was done.
import { Complete } from "./complete.js";
import { ask, merged } from "./conflict.js";
import { make } from "./dom.js";
import { Edit } from "./edit.js";
import { Feed } from "./feed.js";
import { listen } from "./keys.js";
import { build, FIELDS, Line, show, showNumber } from "./line.js";
import { Menus } from "./menus.js";
import { cut, put } from "./order.js";
import { Outbox } from "./outbox.js";
import { Status } from "./status.js";
import { Undo } from "./undo.js";

const KEEP_AFTER = 200; // ms from a keystroke until it is on this computer
const SEND_AFTER = 600; // ms of rest until it is sent
const SEND_WITHIN = 1200; // ms at most, so that colleagues see a long line grow

export class Book {
  rows = []; // lines in the order in which they are read
  lines = new Map();
  touched = new Set(); // lines with changes not yet handed to the outbox
  asks = new Map(); // lines about which somebody has to decide
  words = { kinds: {}, labels: [], people: [], phrases: [] };
  items = [];
  current = null;
  locked = null; // why nobody may write here now
  way = null; // what the feed met: null, "offline", "sign-in", "gone"

  constructor(root, page, store) {
    Object.assign(this, { root, page });
    this.list = make("ol", { class: "r-lines r-lines--book", id: "lines" });
    this.voice = make("p", { class: "govuk-visually-hidden", "aria-live": "polite" });
    this.undo = new Undo();
    this.edit = new Edit(this);
    this.status = new Status(document.getElementById("save"), page.signIn);
    this.outbox = new Outbox(store, page, this.#hears());
    this.feed = new Feed(page.changes, page.person, this.#hearsOthers());
    this.menus = new Menus(this);
    this.complete = new Complete(this);
  }

  // Show what is known: all lines from the server, or only those that wait here.
  async begin() {
    await this.outbox.load();
    const state = await this.feed.ask(true);
    if (state) this.arrange(this.#withOurs([]));
    const kept = await this.outbox.store.page(this.page.path);
    if (!this.feed.isWhole && kept) Object.assign(this, { words: kept.words, items: kept.items });
    this.#show();
    for (const one of this.outbox.pending.filter((entry) => entry.state === "asks")) this.#asksAgain(one);
    if (this.outbox.pending.length) this.outbox.sendSoon();
    if (!this.locked) this.#readyToType();
    this.showStatus();
  }

  #show() {
    const old = this.root.querySelector("[data-book-plain]");
    old?.remove();
    this.root.querySelector("[data-book-place]").replaceChildren(this.list, this.voice);
    this.root.querySelector("[data-book-tools]").hidden = false;
    listen(this);
    this.menus.listen();
    addEventListener("pagehide", () => this.flushAll());
    document.addEventListener("visibilitychange", () => { this.flushAll(); if (!document.hidden) this.outbox.sendSoon(); });
    document.addEventListener("minute-book:leave", ({ detail }) => {
      this.flushAll();
      detail.push(this.outbox.kept().then(() => this.outbox.run()));
    });
    document.addEventListener("minute-book:gone", () => { this.left = true; this.feed.stop(); this.outbox.pending = []; });
    addEventListener("online", () => this.outbox.sendSoon());
    addEventListener("beforeunload", (event) => { if (this.isAtRisk()) event.preventDefault(); });
  }

  // An empty line at the end, and the caret in it where there is a keyboard to type with; but who
  // has gone somewhere else already, while the lines were fetched, is not fetched back.
  #readyToType() {
    const last = this.rows.at(-1);
    if (!last || !last.isFresh || last.text) this.newLast();
    const isFree = document.activeElement === document.body || this.root.contains(document.activeElement);
    if (!isFree) return;
    if (!location.hash && matchMedia("(min-width: 64em)").matches) this.focus(this.rows.at(-1));
    const named = location.hash && this.list.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`);
    if (named) this.focus(named.book);
  }

  newLast() {
    const line = new Line(crypto.randomUUID());
    this.lines.set(line.key, line);
    this.arrange([...this.rows, line]);
    return line;
  }

  // --- what is on the page

  // The lines in this order: elements that stand right are not touched.
  arrange(rows) {
    this.rows = rows;
    let next = this.list.firstElementChild;
    const here = document.activeElement;
    const caret = this.list.contains(here) && here.tagName === "TEXTAREA" ? [here.selectionStart, here.selectionEnd] : null;
    rows.forEach((line, n) => {
      const element = line.element ?? build(line, this);
      if (element === next) next = next.nextElementSibling;
      else if (element.isConnected && this.list.moveBefore) this.list.moveBefore(element, next);
      else this.list.insertBefore(element, next);
      if (Number(element.dataset.depth) !== Math.min(line.depth, 5)) show(line, this);
      this.#number(line, n);
    });
    if (caret && document.activeElement !== here && here.isConnected) {
      here.focus({ preventScroll: true });
      here.setSelectionRange(...caret);
    }
  }

  #number(line, n) {
    if (!line.fixed) showNumber(line, `${this.page.number ? `${this.page.number}.` : ""}${n + 1}`);
  }

  drop(line) {
    const at = this.rows.indexOf(line);
    if (at >= 0) this.rows = this.rows.filter((one) => one !== line);
    line.element?.remove();
    line.touched.clear();
    this.touched.delete(line);
    if (this.current === line) this.current = null;
    this.arrange(this.rows);
  }

  focus(line, caret) {
    if (!line?.field) return;
    this.enter(line);
    line.field.focus();
    if (caret !== undefined) line.field.setSelectionRange(caret, caret);
    line.element.scrollIntoView?.({ block: "nearest" });
  }

  // The reader is in this line now; the one left is kept, and goes if it is empty.
  enter(line) {
    const left = this.current;
    if (left === line) return;
    this.current = line;
    this.complete.close();
    if (left && this.rows.includes(left)) this.#leave(left);
    if (line) { show(line, this); this.menus.beside(line); }
  }

  #leave(line) {
    this.undo.pause();
    this.flush(line);
    show(line, this);
    if (line.text.trim() || this.asks.has(line.key)) { if (this.touched.size === 0) this.outbox.sendSoon(); return; }
    if (line.isFresh && line !== this.rows.at(-1)) this.drop(line);
    else if (!line.isFresh) {
      const now = this.current;
      this.edit.remove(line);
      if (now) this.focus(now);
      this.tell("The empty line is removed. Ctrl+Z brings it back.");
    }
  }

  tell(words) { this.voice.textContent = words; }

  // --- what was done here

  touch(line, field) {
    line.touched.add(field);
    if (!this.touched.has(line)) {
      this.touched.add(line);
      line.element?.classList.add("r-line--waits");
      this.showStatus();
    }
    this.keeping ??= setTimeout(() => this.flushAll(), KEEP_AFTER);
    this.#sendAfter(SEND_AFTER);
  }

  #sendAfter(rest) {
    this.unsentSince ??= performance.now();
    const atMost = Math.max(0, this.unsentSince + SEND_WITHIN - performance.now());
    clearTimeout(this.sending);
    this.sending = setTimeout(() => {
      this.unsentSince = undefined;
      this.outbox.run();
    }, Math.min(rest, atMost));
  }

  flushAll() {
    clearTimeout(this.keeping);
    this.keeping = undefined;
    for (const line of [...this.touched]) this.flush(line);
  }

  // Hand what was typed in a line to the outbox. An empty line is not sent.
  flush(line) {
    const text = line.text.trim();
    if (!line.touched.size || this.asks.has(line.key)) return;
    if (!text) { if (line.isFresh) this.#clean(line); return; }
    const { fields, was } = changes(line, text);
    this.#clean(line);
    if (line.isFresh) {
      const place = this.edit.place(line);
      line.isFresh = false;
      const all = changes(line, text, FIELDS).fields;
      if (line.restricted) all.restricted_reason = line.restricted_reason;
      this.send({ do: "note", item: this.page.item, ...all, ...place, depth: line.depth }, line);
      return;
    }
    const open = this.outbox.open(line.key);
    if (open) this.outbox.amend(open, fields);
    else if (Object.keys(fields).some((name) => fields[name] !== was[name])) this.send({ do: "revise", ...fields, was }, line);
    this.showStatus();
  }

  #clean(line) {
    line.touched.clear();
    this.touched.delete(line);
  }

  send(op, line) {
    this.outbox.add({ op: crypto.randomUUID(), key: line.key, ...op }, line.base?.version);
    this.#sendAfter(op.do === "note" || op.do === "revise" ? SEND_AFTER : 50);
    this.showStatus();
  }

  isWaiting(line) {
    return !this.asks.has(line.key) && ((line.touched.size > 0 && Boolean(line.text.trim())) || this.outbox.of(line.key).length > 0);
  }

  isAtRisk() {
    if (this.left) return false;
    const unkept = [...this.touched].some((line) => line.text.trim());
    return unkept || this.outbox.writing > 0 || (!this.outbox.store.keeps && this.outbox.pending.length > 0);
  }

  showStatus() {
    const waiting = new Set(this.outbox.pending.filter((one) => one.state !== "asks").map((one) => one.op.key));
    for (const line of this.touched) if (line.text.trim()) waiting.add(line.key);
    for (const key of this.asks.keys()) waiting.delete(key);
    const state = this.outbox.state === "sign-in" ? "sign-in" : this.way ?? this.outbox.state;
    this.status.show({
      saved: this.rows.filter((line) => !line.isFresh && !waiting.has(line.key)).length,
      waiting: waiting.size,
      asks: this.asks.size,
      state,
      keeps: this.outbox.store.keeps,
      oldest: Math.min(...this.outbox.pending.map((one) => one.at)),
    });
  }

  // --- what the server says of what was done

  #hears() {
    return {
      token: () => this.feed.token,
      renew: async () => { this.feed.token = null; return (await this.feed.ask(true)) ?? (this.feed.token ? null : "offline"); },
      changed: () => this.showStatus(),
      committed: () => this.feed.overtake(),
      result: (result, entry) => this.#result(result, entry),
    };
  }

  #result(result, entry) {
    const line = this.lines.get(entry.op.key);
    if (!line) return this.showStatus();
    if (result.outcome === "done") this.#committed(line, result.line);
    else if (["remove", "move", "restrict", "unrestrict"].includes(entry.op.do) && result.outcome === "missing") this.outbox.instead(line.key, []);
    else if (!this.#rebased(line, entry, result)) ask(this, line, result);
    show(line, this);
    this.showStatus();
  }

  #committed(line, server) {
    if (!server) return;
    line.isFresh = false;
    if (this.outbox.of(line.key).length || line.touched.size) line.base = server;
    else line.adopt(server);
  }

  // Somebody changed other things of the line than we did: both changes stand.
  #rebased(line, { op }, { outcome, line: theirs }) {
    if (outcome !== "conflict" || op.do !== "revise" || !op.was) return false;
    const ours = merged(this.outbox.of(line.key), line);
    const apart = Object.keys(ours).every((name) => (op.was[name] ?? null) === (theirs[name === "speaker" ? "typed" : name] ?? null) || ours[name] === theirs[name === "speaker" ? "typed" : name]);
    if (!apart) return false;
    const { fields } = changes(line, line.text.trim(), Object.keys(ours).map((name) => (name === "speaker" ? "typed" : name)));
    line.base = theirs;
    for (const name of [...FIELDS, "speaker", "was", "restricted", "restricted_reason"]) if (!(name in fields) && !(name === "typed" && "speaker" in fields)) line[name] = theirs[name] ?? line[name];
    this.outbox.instead(line.key, [{ op: crypto.randomUUID(), do: "revise", key: line.key, version: theirs.version, ...fields, was: pick(theirs, fields) }]);
    return true;
  }

  #asksAgain(entry) {
    if (this.asks.has(entry.op.key)) return;
    let line = this.lines.get(entry.op.key);
    if (!line) this.lines.set(entry.op.key, (line = fromOp(entry.op, this.outbox.of(entry.op.key))));
    if (!this.rows.includes(line)) this.arrange([...this.rows, line]);
    const there = line.theirs ?? line.base;
    ask(this, line, { outcome: there ? "conflict" : "missing", line: there, sentence: "" });
  }

  // --- what others do

  #hearsOthers() {
    return {
      whereAmI: () => (document.hidden ? "" : this.current && !this.current.isFresh ? this.current.key : ""),
      lines: (answer, whole) => this.#others(answer, whole),
      reached: (state) => {
        const back = this.way && !state;
        this.way = state;
        if (back) this.outbox.sendSoon();
        if (back && !this.feed.isWhole) this.feed.soon();
        if (this.feed.isWhole) this.back?.();
        this.showStatus();
      },
    };
  }

  #others(answer, whole) {
    if (whole && answer.typing) {
      this.words = { ...answer.typing, people: answer.speakers ?? [], phrases: answer.phrases ?? [] };
      this.#remember();
      this.complete.people();
    }
    for (const server of answer.lines ?? []) this.#learn(server);
    if (answer.order) this.#order(answer.order);
    if (answer.who) this.#who(answer.who);
    if (answer.writable !== undefined && answer.writable !== this.locked) this.#lock(answer.writable);
    this.showStatus();
  }

  // What a page without the network begins with, under the addresses that lead here.
  #remember() {
    if (!this.title) return;
    const about = { page: this.page, title: this.title, words: this.words, items: this.items };
    for (const path of new Set([this.page.path, location.pathname])) this.outbox.store.rememberPage(path, about).catch(() => {});
  }

  #learn(server) {
    let line = this.lines.get(server.key);
    if (!line) this.lines.set(server.key, (line = new Line(server.key)));
    const ours = this.outbox.of(line.key).length || line.touched.size;
    if (!ours) line.adopt(server);
    else if (!line.base && !this.outbox.of(line.key).some((one) => one.op.do === "note")) this.#mine(line, server);
    else line.theirs = server;
    line.isFresh = false;
    if (this.asks.has(line.key)) this.asks.get(line.key).heard(server);
    show(line, this);
  }

  // A line of the server with edits of ours from an earlier page on top.
  #mine(line, server) {
    line.adopt(server);
    const { speaker, ...fields } = merged(this.outbox.of(line.key), line);
    Object.assign(line, fields, speaker === undefined ? {} : { typed: speaker, speaker });
  }

  #order(order) {
    const rows = [];
    const prefix = this.page.number ? `${this.page.number}.` : "";
    order.forEach(([key, depth, number], n) => {
      const line = this.lines.get(key);
      if (!line) return;
      Object.assign(line, { depth, fixed: number !== `${prefix}${n + 1}` });
      if (line.fixed) showNumber(line, number ?? "");
      rows.push(line);
    });
    const before = this.rows;
    this.arrange(this.#withOurs(rows));
    const stay = new Set(this.rows);
    for (const line of before) if (!stay.has(line)) this.#gone(line);
  }

  // These rows with what was done here and is not in them yet.
  #withOurs(rows) {
    for (const { op } of this.outbox.pending) {
      let line = this.lines.get(op.key);
      const stands = rows.some((row) => row.key === op.key);
      if (["note", "restore"].includes(op.do) || (op.do === "revise" && !this.feed.isWhole)) {
        if (!line) this.lines.set(op.key, (line = fromOp(op, this.outbox.of(op.key))));
        if (!stands) rows = put(rows, [line], { after: "last", ...op });
      } else if (op.do === "move" && line) {
        const [rest, block] = cut(rows, op.key);
        rows = op.item && op.item !== this.page.item ? rest : put(rest, block, op);
      } else if (op.do === "remove") rows = cutOne(rows, op.key);
    }
    const there = new Set(rows);
    this.rows.forEach((line, n) => {
      if (there.has(line) || !(line.isFresh || line.touched.size || this.asks.has(line.key) || this.#isBeingWritten(line))) return;
      const at = n === 0 ? -1 : rows.indexOf(this.rows.slice(0, n).findLast((one) => rows.includes(one)));
      const place = n === this.rows.length - 1 ? rows.length : at + 1;
      line.depth = Math.min(line.depth, (rows[place - 1]?.depth ?? -1) + 1);
      rows = [...rows.slice(0, place), line, ...rows.slice(place)];
    });
    return rows;
  }

  // Whether words of ours for this line are on their way: their answer will say what became of it.
  #isBeingWritten(line) {
    const ours = this.outbox.of(line.key);
    return ours.some(({ op }) => op.do === "revise") && !ours.some(({ op }) => op.do === "remove" || op.do === "move");
  }

  #gone(line) {
    const wasHere = this.current === line;
    const at = [...this.list.children].indexOf(line.element);
    this.drop(line);
    if (!wasHere) return;
    this.focus(this.rows[Math.max(0, Math.min(at, this.rows.length) - 1)]);
    this.tell(`Line ${line.number} was removed by somebody else.`);
  }

  #who(who) {
    const there = new Map();
    for (const one of who) if (one.item === this.page.item && one.line) there.set(one.line, [...(there.get(one.line) ?? []), one.name.split(" ")[0]]);
    for (const line of this.rows) {
      const names = there.get(line.key) ?? [];
      if (names.join() === line.others.join()) continue;
      line.others = names;
      show(line, this);
    }
    const here = who.filter((one) => one.item === this.page.item).map((one) => one.name);
    const elsewhere = who.filter((one) => one.item !== this.page.item).map((one) => `${one.name}: ${this.#place(one.item)}`);
    const words = [...(here.length ? [`Also here: ${here.join(", ")}`] : []), ...elsewhere].join("; ");
    const place = this.root.querySelector("[data-book-who]");
    if (place && place.textContent !== words) place.textContent = words;
  }

  // An item in few words: its number, or what it is called.
  #place(item) {
    const [, title, number] = this.items.find(([one]) => one === item) ?? [];
    return number ? `item ${number}` : title ?? "another item";
  }

  #lock(reason) {
    this.locked = reason;
    const note = this.root.querySelector("[data-book-note]");
    if (note) { note.textContent = reason ?? ""; note.hidden = !reason; }
    for (const line of this.rows) { if (line.field) line.field.readOnly = Boolean(reason); }
  }
}

const pick = (line, fields) => Object.fromEntries(Object.keys(fields).map((name) => [name, line[name === "speaker" ? "typed" : name] ?? null]));

// The fields of a line that were changed, as the server takes them, and what they were.
function changes(line, text, names = [...line.touched]) {
  const fields = {};
  for (const name of names) fields[name === "typed" ? "speaker" : name] = name === "text" ? text : line[name];
  return { fields, was: pick(line.base ?? {}, fields) };
}

// A line that only this computer knows, or of which it knows nothing else.
function fromOp(op, entries) {
  const line = new Line(op.key);
  const { speaker, ...fields } = merged(entries, line);
  Object.assign(line, fields, { typed: speaker ?? "", speaker: speaker ?? "", depth: 0, isFresh: false });
  return line;
}

function cutOne(rows, key) {
  return rows.filter((row) => row.key !== key);
}
