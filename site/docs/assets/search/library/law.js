// The page of a document of the library: ?luat=… names the shard that holds it, #dieu-… the article.
(function (kb) {
  "use strict";
  const page = document.querySelector("[data-kbs-law]");
  const base = new URL("du-lieu/", document.currentScript.src).href;
  const { make } = kb.render;
  const MOST_OPEN = 5; // links that need no folding
  const FEW = 3; // articles that need no list of them

  // A shard is a script: run where the page is a file, read as text where it is served, so that a copy is asked about.
  async function load(name) {
    const address = `${base}${name}.js`;
    if (location.protocol === "file:") return scripted(address);
    const answer = await fetch(address, { cache: "no-cache" });
    if (answer.status === 404) return null;
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    const text = await answer.text();
    return JSON.parse(text.slice(text.indexOf(",") + 1, text.lastIndexOf(")")));
  }

  function scripted(address) {
    return new Promise((resolve) => {
      const script = make("script", { src: address, charset: "utf-8" });
      self.kbLaw = (name, value) => resolve(value);
      script.onerror = () => resolve(null);
      document.head.append(script);
    });
  }

  function linked([words, address]) {
    return make("li", {}, address ? make("a", { href: kb.client.addressOf(address) }, words) : words);
  }

  function list(heading, links) {
    if (!links.length) return null;
    const open = links.length <= MOST_OPEN;
    return make("details", { class: "kb-more", open }, make("summary", {}, `${heading} (${links.length})`), make("ul", {}, ...links.map(linked)));
  }

  function articleOf([anchor, heading, said, text, related, referring]) {
    const link = make("a", { class: "kb-permalink", href: `#${anchor}`, "aria-label": `Liên kết tới ${heading}` }, "\u00a0¶");
    return make(
      "section",
      {},
      make("h2", { id: anchor }, heading, link),
      ...said.map((line) => make("p", { class: "kb-fine" }, line)),
      ...text.split("\n").map((line) => make("p", {}, line)),
      list("Dẫn chiếu đến", related),
      list("Được dẫn chiếu từ", referring)
    );
  }

  function contents(articles) {
    const links = articles.map(([anchor, heading]) => make("li", {}, make("a", { href: `#${anchor}` }, heading)));
    const summary = make("summary", {}, `Mục lục (${links.length})`);
    return make("details", { class: "kb-more" }, summary, make("ul", { class: "kb-toc" }, ...links));
  }

  function show({ name, facts, official, articles }) {
    page.querySelector("h1").textContent = name;
    document.title = document.title.replace(page.dataset.kbsLaw, name);
    const head = facts.map((line) => make("p", {}, line));
    if (official) head.push(make("p", {}, make("a", { href: official, rel: "noopener noreferrer" }, "Bản chính thức")));
    if (articles.length > FEW) head.push(contents(articles));
    page.querySelector("[data-kbs=law]").replaceChildren(...head, ...articles.map(articleOf));
    // The browser looked for the article before it was there.
    const asked = [...page.querySelectorAll("h2")].find((heading) => `#${encodeURIComponent(heading.id)}` === location.hash);
    if (asked) asked.scrollIntoView();
  }

  function say(text) {
    page.querySelector("[data-kbs=said]").textContent = text;
  }

  async function open() {
    const name = new URLSearchParams(location.search).get("luat") || "";
    if (!name) return say("Mở văn bản từ kết quả tìm kiếm.");
    try {
      const law = /^[a-z0-9-]+$/.test(name) ? await load(name) : null;
      if (!law) return say("Thư viện của trang này không có văn bản ấy.");
      show(law);
      return say("");
    } catch {
      return say("Không tải được văn bản. Kiểm tra kết nối rồi tải lại trang.");
    }
  }

  open();
})((self.kbSearch = self.kbSearch || {}));
