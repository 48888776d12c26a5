// One section: what was typed, what is saved, and what a colleague saved meanwhile.
import { icon, make } from "../book/dom.js";
import { post } from "../post.js";

const TICK = "M5 12.5l4.5 4.5L19 7.5";
const RING = "M4 12a8 8 0 1 0 16 0a8 8 0 1 0-16 0";

export class Section {
  constructor(area, form) {
    this.area = area;
    this.form = form;
    this.key = area.dataset.section;
    this.version = form.elements[`version-${this.key}`];
    this.theirs = area.closest(".govuk-form-group").querySelector("[data-theirs]");
    this.saved = this.theirs.firstChild ? null : area.defaultValue; // null: two texts are shown
    this.asks = false;
    this.refused = null; // what the site would not take
  }

  get isDirty() {
    return this.saved !== this.area.value;
  }

  // Returns how the way to the site is: open, offline, sign-in.
  async send() {
    const text = this.area.value;
    if (text === this.refused) return "open";
    let answer;
    try {
      answer = await post(this.area.dataset.url, {
        keepalive: text.length < 20_000, // goes out even if the page is left
        body: new URLSearchParams({ text, version: this.version.value }),
      });
    } catch {
      return "offline";
    }
    if (answer.status === 401 || (answer.status === 403 && !answer.headers.get("Content-Type")?.includes("json"))) return "sign-in";
    if (answer.status >= 500 || !answer.headers.get("Content-Type")?.includes("json")) return "offline";
    this.#hear(await answer.json(), text, answer.ok);
    return "open";
  }

  #hear(told, text, isSaved) {
    if (isSaved) {
      this.saved = text;
      this.version.value = told.version;
      this.refused = null;
      this.theirs.replaceChildren();
      this.#tellList(told);
    } else if ("theirs" in told) {
      this.#ask(told);
    } else {
      this.refused = text;
      this.theirs.replaceChildren(make("div", { class: "e-theirs", role: "alert" }, make("p", {}, `Not saved. ${told.sentence}`)));
    }
  }

  // Both texts stay until the writer has chosen: nothing of either is lost.
  #ask(told) {
    this.asks = true;
    const mine = make("button", { type: "button", class: "govuk-button govuk-!-margin-bottom-0" }, "Save mine");
    const other = make("button", { type: "button", class: "govuk-button govuk-button--secondary govuk-!-margin-bottom-0" }, "Take theirs");
    mine.addEventListener("click", () => this.#decide(told));
    other.addEventListener("click", () => { this.area.value = told.theirs; this.saved = told.theirs; this.#decide(told); });
    const words = `${told.by || "A colleague"} saved this section at ${told.at}, while you were writing. Above is yours, not saved; this is theirs. Take over into yours what should stay.`;
    this.theirs.replaceChildren(
      make("div", { class: "e-theirs", role: "alert" }, make("p", { class: "de-strong" }, words), make("p", { class: "de-record", tabindex: "0", role: "group", "aria-label": "Their text" }, told.theirs), make("div", { class: "de-row" }, mine, other)),
    );
  }

  #decide(told) {
    this.version.value = told.version;
    this.asks = false;
    this.theirs.replaceChildren();
    this.area.focus();
    this.form.dispatchEvent(new Event("section-decided"));
  }

  // A section that came back keeps its mark until it is submitted again.
  #tellNav(says) {
    const isWritten = Boolean(this.area.value.trim());
    const mark = says.closest("a").querySelector("svg");
    if (mark.classList.contains("stop")) return;
    says.textContent = isWritten ? "begun" : "empty";
    const drawn = icon(isWritten ? TICK : RING);
    drawn.classList.add(isWritten ? "ok" : "none");
    if (!isWritten) drawn.firstChild.setAttribute("stroke-dasharray", "3 3");
    mark.replaceWith(drawn);
  }

  #tellList(told) {
    const says = document.querySelector(`[data-says="${this.key}"]`);
    if (says) this.#tellNav(says);
    if (this.area.value.trim()) this.area.closest(".govuk-form-group").querySelector(".e-first")?.remove();
    const eight = [...document.querySelectorAll(".e-algo textarea")];
    for (const algo of document.querySelectorAll("[data-algo-says]")) algo.textContent = `${eight.filter((one) => one.value.trim()).length} of ${eight.length} answered`;
    const ready = document.getElementById("ready");
    if (ready && told.ready) {
      const held = ready.contains(document.activeElement);
      if (!held) ready.innerHTML = told.ready;
    }
  }
}
