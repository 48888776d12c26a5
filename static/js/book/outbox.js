// What was done to lines, on its way to the server: kept first, then sent in order, a batch at
// a time, by one page of this browser. An operation leaves only when the server says that it
// has committed it.
import { Memory } from "./vault.js";

const MOST = 50; // operations in one request
const PATIENCE = 20_000; // ms for an answer
const WAITS = [1, 2, 4, 8, 15]; // seconds before the next try
const WORDS = ["note", "revise", "restore"]; // what makes the version an edit begins with

export class Outbox {
  pending = []; // { op, seq, state, was, at }, oldest first: this page's picture of the store
  state = "idle"; // idle, sending, offline, sign-in
  writing = 0; // how many are on their way into the store
  #writing = Promise.resolve();
  #most = MOST;
  #tries = 0;
  #running = false;
  #again = false;
  #retry;

  // `page` tells person, item, path, sync; `hears` is told results and changes of state.
  constructor(store, page, hears) {
    this.store = store;
    this.page = page;
    this.hears = hears;
    this.channel = "BroadcastChannel" in self ? new BroadcastChannel("minute-book") : null;
    if (this.channel) this.channel.onmessage = ({ data }) => this.#heard(data);
  }

  // What an earlier page left behind is shown, and sent as it stands.
  async load() {
    const records = (await this.store.all()).filter((one) => one.item === this.page.item);
    this.pending = records.map((one) => ({ ...one, state: one.state === "asks" ? "asks" : "sent" }));
    return this.pending;
  }

  of(key) { return this.pending.filter((one) => one.op.key === key); }

  // The edit of the words of this line that can still take up more words, if there is one.
  open(key) {
    for (const one of this.of(key).reverse()) {
      if (["remove", "restore"].includes(one.op.do)) return null;
      if (["note", "revise"].includes(one.op.do)) return one.state === "waiting" ? one : null;
    }
    return null;
  }

  // `base` is the version the edit began with; an edit behind another of ours names that one.
  add(op, base) {
    if (["revise", "remove"].includes(op.do)) {
      const before = this.of(op.key).findLast((one) => WORDS.includes(one.op.do) && one.state !== "asks");
      if (before) op.follows = before.op.op;
      else op.version = base;
    }
    const entry = { op, state: "waiting", seq: null, at: Date.now() };
    this.pending.push(entry);
    this.#write(async () => { entry.seq = await this.store.keep(op, this.#about()); });
    return entry;
  }

  // More words for an edit that still waits here.
  amend(entry, fields) {
    Object.assign(entry.op, fields);
    this.#write(async () => {
      if (await this.store.replace(entry.seq, { ...entry.op })) return;
      entry.state = "sent"; // by another page meanwhile: these words follow it
      this.add({ op: crypto.randomUUID(), do: "revise", key: entry.op.key, ...fields });
      this.sendSoon(500);
    });
  }

  // The answer to a question about a line: these in place of all that waited for it.
  instead(key, ops) {
    this.pending = this.pending.filter((one) => one.op.key !== key);
    const entries = ops.map((op) => ({ op, state: "waiting", seq: 0, at: Date.now() }));
    this.pending.push(...entries);
    this.#write(async () => {
      await this.store.instead(key, ops, this.#about());
      for (const one of entries) one.state = "sent";
    });
    this.sendSoon(0);
  }

  // Resolves when everything so far is kept on this computer.
  kept() { return this.#writing; }

  sendSoon(after = 0) {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.run(), after);
  }

  async run() {
    if (this.#running) { this.#again = true; return; }
    this.#running = true;
    clearTimeout(this.#retry);
    try {
      await this.#writing;
      await alone("minute-book-send", () => this.#sendAll());
    } finally {
      this.#running = false;
      if (this.#again) { this.#again = false; this.sendSoon(); }
    }
  }

  // What is typed meanwhile waits for its own time: else each answer would send the next few letters.
  async #sendAll() {
    for (let until; ;) {
      const next = await this.store.takeUp(this.#most, until);
      const batch = next.batch.filter((one) => one.op.do !== "unreadable");
      until = next.last;
      if (!batch.length) return this.#become("idle");
      const sent = new Set(batch.map((one) => one.op.op));
      for (const one of this.pending) if (sent.has(one.op.op) && one.state === "waiting") one.state = "sent";
      if (this.state !== "offline") this.#become("sending");
      const results = await this.#post(batch);
      if (!results) return;
      const left = new Set(results.results.filter((one) => one.outcome === "done").map((one) => one.op));
      const asks = new Set(results.results.filter((one) => one.outcome !== "done").map((one) => one.op));
      await this.store.settle(left, asks);
      this.#tries = 0;
      this.#become("sending");
      this.#heard(results);
      this.channel?.postMessage(results);
    }
  }

  async #post(batch) {
    const ops = batch.map(({ op: { was, depth, ...op } }) => op); // what only this page needs stays
    try {
      for (let fresh = false; ; fresh = true) {
        if (!this.hears.token() || fresh) {
          const state = await this.hears.renew();
          if (state) return this.#fail(state);
        }
        const answer = await fetch(batch[0].sync ?? this.page.sync, {
          method: "POST",
          credentials: "same-origin",
          redirect: "error",
          cache: "no-store",
          headers: { "Content-Type": "application/json", "X-CSRFToken": this.hears.token(), "X-Person": this.page.person },
          body: JSON.stringify({ ops }),
          signal: AbortSignal.timeout(PATIENCE),
        });
        if (answer.ok) return await answer.json();
        if (answer.status === 401) return this.#fail("sign-in");
        if (answer.status === 403 && !fresh) continue; // signed in again elsewhere: a new token
        if ([400, 413].includes(answer.status) && batch.length > 1) { // one of them, or too much
          this.#most = 1;
          return { results: [] };
        }
        if ([400, 403, 404, 413].includes(answer.status)) return refused(batch, answer);
        return this.#fail("offline");
      }
    } catch {
      return this.#fail("offline");
    }
  }

  #fail(state) {
    this.#become(state);
    const wait = WAITS[Math.min(this.#tries, WAITS.length - 1)];
    this.#tries += 1;
    this.sendSoon(wait * (800 + Math.random() * 400));
    return null;
  }

  #heard({ results }) {
    this.hears.committed();
    for (const result of results) {
      const entry = this.pending.find((one) => one.op.op === result.op);
      if (!entry) continue;
      if (result.outcome === "done") this.pending = this.pending.filter((one) => one !== entry);
      else entry.state = "asks";
      this.hears.result(result, entry);
    }
  }

  #become(state) {
    if (this.state === state) return;
    this.state = state;
    this.hears.changed();
  }

  #about() {
    const { item, path, sync, person } = this.page;
    return { item, path, sync, person };
  }

  #write(work) {
    this.writing += 1;
    this.#writing = this.#writing.then(work).catch(() => this.#unkept()).finally(() => { this.writing -= 1; });
  }

  // The browser's store has failed: what waits lives as long as this page, and is sent from it.
  async #unkept() {
    this.store = new Memory();
    for (const one of this.pending) one.seq = await this.store.keep(one.op, this.#about());
    this.hears.changed();
  }
}

// One page of this browser at a time.
const alone = (name, work) => (navigator.locks ? navigator.locks.request(name, work) : work());

// The server will not have these: said at each line, whose words stay here.
async function refused(batch, answer) {
  const said = answer.headers.get("Content-Type")?.includes("json") ? (await answer.json()).sentence : null;
  const sentence = said ?? "The server did not take this line.";
  return { results: batch.map(({ op }) => ({ op: op.op, key: op.key, outcome: "refused", sentence })) };
}
