// What others do to the lines of this item: asked every second or two while the page is seen.
const SEEN = 1500;
const AGAIN = 500; // after an answer that was none
const HIDDEN = 15_000;
const PATIENCE = 10_000;

export class Feed {
  token = null; // for what is sent; a new one comes with each answer to since=0
  isWhole = false; // whether all lines of the item have been read once
  #since = "0";
  #sent = 0; // how often we have sent something: an answer asked for before was overtaken by it
  #failed = 0;
  #timer;
  #asking;

  // `hears` is told: lines(answer), reached(state) with null, "offline" or "sign-in", whereAmI().
  constructor(url, person, hears) {
    this.url = url;
    this.person = person;
    this.hears = hears;
    document.addEventListener("visibilitychange", () => this.soon());
    addEventListener("online", () => this.soon());
  }

  soon(after = 0) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.ask(), after);
  }

  stop() { clearTimeout(this.#timer); this.stopped = true; }

  // What we sent is committed: an answer that is under way may not know it yet.
  overtake() { this.#sent += 1; }

  // One answer; says null, "offline", "sign-in" or "gone". `whole` asks for everything.
  ask(whole = false) {
    this.#asking = (this.#asking ?? Promise.resolve()).then(() => this.#ask(whole));
    return this.#asking;
  }

  async #ask(whole) {
    clearTimeout(this.#timer);
    const state = await this.#fetch(whole ? "0" : this.#since);
    this.hears.reached(state);
    const wait = document.hidden ? HIDDEN : SEEN;
    this.#failed = state === "offline" ? this.#failed + 1 : 0;
    if (!this.stopped) this.soon(this.#failed === 1 ? AGAIN : wait);
    return state;
  }

  async #fetch(since) {
    const url = new URL(this.url, location.href);
    url.searchParams.set("since", since);
    const here = this.hears.whereAmI();
    if (here) url.searchParams.set("line", here);
    const sent = this.#sent;
    let answer;
    try {
      answer = await fetch(url, { credentials: "same-origin", cache: "no-store", headers: { Accept: "application/json", "X-Person": this.person }, signal: AbortSignal.timeout(PATIENCE) });
      if (answer.status === 204) return null;
      if (answer.status === 401 || (answer.redirected && answer.ok)) return "sign-in";
      if (!answer.ok) return answer.status === 404 ? "gone" : "offline";
      const told = await answer.json();
      if (sent !== this.#sent && since !== "0") return null;
      return sent === this.#sent ? this.#take(told, since) : this.#fetch(since);
    } catch {
      return "offline";
    }
  }

  #take(answer, since) {
    this.token = answer.csrf ?? this.token;
    // The token is another one when somebody has signed in again: for the forms of this page too.
    if (answer.csrf) for (const field of document.getElementsByName("csrfmiddlewaretoken")) field.value = answer.csrf;
    this.#since = answer.mark;
    this.isWhole ||= since === "0";
    this.hears.lines(answer, since === "0");
    return null;
  }
}
