// Search, filter and keys of a report. The report can be read without it.
(() => {
  const tools = document.getElementById("tools");
  const search = document.getElementById("search");
  const count = document.getElementById("count");
  if (!tools || !search || !count) return;

  const lists = new Set();
  const items = [...document.querySelectorAll("[data-find]")].map((element) => {
    const place = element.closest("li");
    lists.add(place.parentElement);
    return {
      element,
      place,
      list: place.parentElement,
      kinds: (element.dataset.kinds ?? "").split(" "),
      text: undefined,
      visible: true,
    };
  });

  function textOf(item) {
    item.text ??= item.element.textContent.toLowerCase();
    return item.text;
  }

  /** Of many clusters, those that are looked for are shown alone. */
  function narrowNames({ element }, words) {
    const names = [...element.querySelectorAll(".names > li")];
    const found = words.length === 0
      ? []
      : names.filter((name) =>
        words.some((word) => name.textContent.toLowerCase().includes(word))
      );
    for (const name of names) {
      name.hidden = found.length > 0 && !found.includes(name);
    }
  }

  /** Taking a thousand entries out of a page is quick, hiding them is not. */
  function showVisible() {
    for (const list of lists) {
      list.replaceChildren(
        ...items.filter((item) => item.list === list && item.visible)
          .map(({ place }) => place),
      );
    }
  }

  function filter() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const kinds = new Set(
      [...tools.querySelectorAll("input[name=kind]:checked")]
        .map((box) => box.value),
    );
    for (const item of items) {
      item.visible = (kinds.size === 0 || item.kinds.some((kind) =>
        kinds.has(kind)
      )) &&
        words.every((word) => textOf(item).includes(word));
      if (item.visible) narrowNames(item, words);
    }
    showVisible();
    const shown = items.filter(({ visible }) => visible).length;
    const filtered = words.length > 0 || kinds.size > 0;
    count.textContent = filtered ? `${shown} of ${items.length} entries` : "";
  }

  function openAll(open) {
    for (const { element, visible } of items) {
      if (visible && element.tagName === "DETAILS") element.open = open;
    }
  }

  /** A key for searching, where it is not text. */
  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const inField = event.target instanceof HTMLInputElement;
    if (event.key === "/" && !inField) {
      event.preventDefault();
      search.focus();
    }
    if (event.key === "Escape" && event.target === search) {
      search.value = "";
      filter();
    }
  }

  tools.hidden = false;
  tools.addEventListener("submit", (event) => event.preventDefault());
  tools.addEventListener("input", filter);
  document.getElementById("open")
    .addEventListener("click", () => openAll(true));
  document.getElementById("close")
    .addEventListener("click", () => openAll(false));
  document.addEventListener("keydown", onKey);
})();
