// What is typed and not yet saved, kept on this computer: encrypted, one record for each
// operation, until the server has committed it. The key cannot be taken out of the browser.
// Deleted records stay in the files of the browser for a while; that is why nothing of the
// minutes is ever written there in the clear (docs/decisions, the deviation from ASVS 14.3.3).
const NAME = "minute-book";
const SHAPE = 1; // of the records; whoever changes it keeps reading the older ones in `opened`
export const HOURS_KEPT = 72;
export const HOURS_BEFORE_WARNING = 48;
const OPEN = "waiting";

const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

// Only a transaction that has completed with strict durability has kept anything.
const committed = (change) =>
  new Promise((resolve, reject) => {
    change.oncomplete = resolve;
    change.onerror = change.onabort = () => reject(change.error ?? new Error("not kept"));
  });

let connection;

function connect() {
  connection ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, SHAPE);
    request.onupgradeneeded = () => {
      const db = request.result;
      if (!db.objectStoreNames.contains("keys")) db.createObjectStore("keys");
      if (!db.objectStoreNames.contains("about")) db.createObjectStore("about");
      if (!db.objectStoreNames.contains("ops")) db.createObjectStore("ops", { keyPath: "seq", autoIncrement: true });
    };
    request.onblocked = () => reject(new Error("blocked"));
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const db = request.result;
      // A newer page may want to change the stores; a browser may end the connection.
      db.onversionchange = () => { db.close(); connection = undefined; };
      db.onclose = () => { connection = undefined; };
      resolve(db);
    };
  });
  connection.catch(() => { connection = undefined; });
  return connection;
}

async function change(stores, work) {
  for (let tries = 0; ; tries += 1) {
    try {
      const transaction = (await connect()).transaction(stores, "readwrite", { durability: "strict" });
      const done = committed(transaction);
      done.catch(() => {}); // told below
      const result = await work(...stores.map((name) => transaction.objectStore(name)));
      await done;
      return result;
    } catch (error) {
      connection = undefined;
      if (tries > 1) throw error;
    }
  }
}

async function read(store, work) {
  const transaction = (await connect()).transaction(store, "readonly");
  return work(transaction.objectStore(store));
}

async function keyOf(person) {
  const known = await read("keys", (keys) => settled(keys.get(person)));
  if (known) return known;
  const fresh = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  return change(["keys"], async (keys) => {
    const meanwhile = await settled(keys.get(person)); // by another tab
    if (!meanwhile) keys.put(fresh, person);
    return meanwhile ?? fresh;
  });
}

async function sealed(key, value) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const box = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(JSON.stringify(value)));
  return { iv, box };
}

async function opened(key, { iv, box }) {
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, box)));
}

const isOld = (record) => Date.now() - record.at > HOURS_KEPT * 3_600_000;

// What has waited too long goes, whoever typed it.
export const expire = () =>
  change(["ops"], async (ops) => {
    for (const record of await settled(ops.getAll())) if (isOld(record)) ops.delete(record.seq);
  });

// Whose lines wait here, in which rooms, since when: nothing that needs the key.
export const waiting = (person) =>
  read("ops", async (ops) => (await settled(ops.getAll())).filter((one) => one.person === person && !isOld(one)));

// Who was signed in last: a page opened without the network belongs to them.
export const lastPerson = () => read("about", (about) => settled(about.get("person")));
export const remember = (person) => change(["about"], (about) => { about.put(person, "person"); });

// Everything of one person: their lines, their key, what was known of their pages.
export async function forget(person) {
  await change(["keys", "ops", "about"], async (keys, ops, about) => {
    keys.delete(person);
    for (const record of await settled(ops.getAll())) if (record.person === person) ops.delete(record.seq);
    for (const name of await settled(about.getAllKeys())) if (name.startsWith(`${person} `)) about.delete(name);
    if ((await settled(about.get("person"))) === person) about.delete("person");
  });
}

export class Vault {
  keeps = true;

  static async of(person) {
    const vault = new Vault();
    vault.person = person;
    vault.key = await keyOf(person);
    await remember(person);
    await expire();
    return vault;
  }

  // Keep one operation; answers its number once it is on the disk.
  async keep(op, about) {
    const record = { person: this.person, op: op.op, line: op.key, at: Date.now(), state: OPEN, shape: SHAPE, ...about, ...(await sealed(this.key, op)) };
    return change(["ops"], (ops) => settled(ops.add(record)));
  }

  // Put other words into an operation that has not been sent yet; false if it has.
  async replace(seq, op) {
    const box = await sealed(this.key, op);
    return change(["ops"], async (ops) => {
      const record = await settled(ops.get(seq));
      if (record?.state !== OPEN) return false;
      ops.put({ ...record, ...box });
      return true;
    });
  }

  // Those to be sent next, in order and for one address, marked as sent before they go: from
  // then on their words stay as they are, so that sending one twice has one effect. Of what is
  // here up to `until`; the number of the last of these comes with them.
  async takeUp(most, until = Infinity) {
    let last = until;
    const records = await change(["ops"], async (ops) => {
      const mine = (await settled(ops.getAll())).filter((one) => one.person === this.person);
      last = Math.min(until, mine.at(-1)?.seq ?? 0);
      const asking = new Set(mine.filter((one) => one.state === "asks").map((one) => one.line));
      const ready = mine.filter((one) => one.seq <= until && !asking.has(one.line));
      const next = ready.filter((one) => one.sync === ready[0].sync).slice(0, most);
      for (const record of next) if (record.state === OPEN) ops.put({ ...record, state: "sent" });
      return next;
    });
    return { batch: await this.#read(records), last };
  }

  // Forget what the server has committed; keep what it asks about, and do not send it again.
  settle(done, asks) {
    return change(["ops"], async (ops) => {
      for (const record of await settled(ops.getAll())) {
        if (done.has(record.op)) ops.delete(record.seq);
        else if (asks.has(record.op)) ops.put({ ...record, state: "asks" });
      }
    });
  }

  // In place of all that waits for one line: these (the answer to a question about it).
  async instead(line, fresh, about) {
    const boxes = await Promise.all(fresh.map((op) => sealed(this.key, op)));
    await change(["ops"], async (ops) => {
      for (const record of await settled(ops.getAll()))
        if (record.line === line && record.person === this.person) ops.delete(record.seq);
      fresh.forEach((op, n) => ops.add({ person: this.person, op: op.op, line: op.key, at: Date.now(), state: OPEN, shape: SHAPE, ...about, ...boxes[n] }));
    });
  }

  async all() {
    return this.#read(await waiting(this.person));
  }

  // What a page needs to begin without the network.
  async rememberPage(path, about) {
    const box = await sealed(this.key, about);
    await change(["about"], (store) => { store.put(box, `${this.person} ${path}`); });
  }

  async page(path) {
    const box = await read("about", (store) => settled(store.get(`${this.person} ${path}`)));
    return box && opened(this.key, box).catch(() => null);
  }

  async #read(records) {
    const read = records.map(async (record) => {
      const op = await opened(this.key, record).catch(() => null);
      return { ...record, box: null, op: op ?? { op: record.op, key: record.line, do: "unreadable" } };
    });
    return Promise.all(read);
  }
}

// The same for what may not be kept here: lines of a restricted item, or a browser without
// a store. It lasts as long as the page.
export class Memory {
  keeps = false;
  #records = [];
  #next = 1;

  async keep(op, about) {
    this.#records.push({ seq: this.#next, op, line: op.key, at: Date.now(), state: OPEN, ...about });
    return this.#next++;
  }

  async replace(seq, op) {
    const record = this.#records.find((one) => one.seq === seq);
    if (record?.state !== OPEN) return false;
    record.op = op;
    return true;
  }

  async takeUp(most, until = this.#next - 1) {
    const asking = new Set(this.#records.filter((one) => one.state === "asks").map((one) => one.line));
    const next = this.#records.filter((one) => one.seq <= until && !asking.has(one.line)).slice(0, most);
    for (const record of next) record.state = "sent";
    return { batch: next, last: until };
  }

  async settle(done, asks) {
    this.#records = this.#records.filter((one) => !done.has(one.op.op));
    for (const record of this.#records) if (asks.has(record.op.op)) record.state = "asks";
  }

  async instead(line, fresh, about) {
    this.#records = this.#records.filter((one) => one.line !== line);
    for (const op of fresh) await this.keep(op, about);
  }

  async all() { return [...this.#records]; }
  async rememberPage() {}
  async page() { return null; }
}
