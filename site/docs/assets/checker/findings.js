// What was found in a draft, shown: the draft with marks, the findings beside it, filtered and gone through one by one.
self.kbFindings = class {
  // `box` holds the parts of the page; the addresses of records begin with `root`.
  constructor(box, root) {
    Object.assign(this, { box, root, found: null, verdict: null, at: 0 });
  }

  part(name) { return this.box.querySelector(`[data-check-part=${name}]`); }

  show(found) {
    Object.assign(this, { found, verdict: null, at: 0 });
    this.showFilters();
    this.showText();
    this.showList();
  }

  showFilters() {
    const WORST = ["wrong", "ambiguous", "expired", "suspect", "unverified", "unknown", "correct"];
    const buttons = WORST.map((verdict) => [verdict, this.found.findings.filter((one) => one.verdict === verdict)])
      .filter(([, ones]) => ones.length)
      .map(([verdict, ones]) => this.filterOf(verdict, ones));
    this.part("filters").replaceChildren(...buttons);
  }

  filterOf(verdict, ones) {
    const words = [...new Set(ones.map((one) => one.words))].join("; ");
    const button = kbMake("button", { type: "button", "aria-pressed": String(this.verdict === verdict) }, `${words} (${ones.length})`);
    button.addEventListener("click", () => {
      Object.assign(this, { verdict: this.verdict === verdict ? null : verdict, at: 0 });
      this.showFilters();
      this.showList();
    });
    return button;
  }

  showText() {
    const verdicts = new Map(this.found.findings.map((one) => [one.number, one.open ? "unverified" : one.verdict]));
    const pieces = this.found.segments.map(([text, number]) => {
      if (number === null) return document.createTextNode(text);
      const mark = kbMake("mark", { "data-number": number, "data-verdict": verdicts.get(number) }, text);
      mark.addEventListener("click", () => this.go(this.listed().findIndex((one) => one.number === number)));
      return mark;
    });
    this.part("text").replaceChildren(...pieces);
  }

  listed() {
    return this.found.findings.filter((one) => !this.verdict || one.verdict === this.verdict);
  }

  showList() {
    let heading = "";
    const items = this.listed().flatMap((one, index) => {
      const before = one.part === heading ? [] : [kbMake("li", { class: "kb-check-part" }, one.part)];
      heading = one.part;
      return [...before, this.cardOf(one, index)];
    });
    this.part("findings").replaceChildren(...items);
    this.mark();
  }

  cardOf(one, index) {
    const name = one.target ? kbMake("a", { href: this.addressOf(one.target) }, one.source) : null;
    const typing = [one.correction, ...one.replacements].filter(Boolean);
    const card = kbMake(
      "li",
      { class: "kb-check-card", "data-verdict": one.open ? "unverified" : one.verdict, "data-number": one.number },
      kbMake("p", {}, kbMake("strong", {}, one.label), ` · ${one.place}`),
      kbMake("p", {}, one.typed),
      ...typing.map((words) => kbMake("p", {}, "→ ", kbMake("ins", {}, words), " ", this.copying(words))),
      ...one.said.map((sentence) => kbMake("p", {}, sentence)),
      name ? kbMake("p", { class: "kb-fine" }, "Nguồn: ", name, " trong kho") : null
    );
    card.addEventListener("click", (event) => event.target.closest("a, button") || this.go(index));
    return card;
  }

  copying(words) {
    const button = kbMake("button", { type: "button" }, "Sao chép");
    button.addEventListener("click", () => kbHand.copy(words, button));
    return button;
  }

  addressOf(id) {
    return `${this.root}van-ban/${id}/${location.protocol === "file:" ? "index.html" : ""}`;
  }

  // Go to a finding of the list: its card and its place in the draft come into sight.
  go(index) {
    const all = this.listed();
    if (!all.length) return;
    this.at = (index + all.length) % all.length;
    this.mark();
    const { number } = all[this.at];
    const [card, place] = ["findings", "text"].map((name) => this.part(name).querySelector(`[data-number="${number}"]`));
    if (card) card.scrollIntoView({ block: "nearest" });
    const text = this.part("text");
    if (place) text.scrollTop = place.offsetTop - text.clientHeight / 2; // the page stays, and the buttons
  }

  mark() {
    const all = this.listed();
    const now = all.length ? all[this.at].number : null;
    for (const element of this.box.querySelectorAll("[data-number]")) element.classList.toggle("kb-check-now", element.dataset.number === String(now));
    this.part("where").textContent = all.length ? `${this.at + 1}/${all.length}` : "không có viện dẫn nào";
  }
};
