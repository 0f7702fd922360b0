// Search, filter and keys of a report. The report can be read without it.
(() => {
  const tools = document.getElementById("tools");
  const search = document.getElementById("search");
  const count = document.getElementById("count");
  if (!tools || !search || !count) return;

  const items = [...document.querySelectorAll("[data-find]")].map((
    element,
  ) => ({
    element,
    place: element.closest(".cards > li") ?? element,
    kinds: (element.dataset.kinds ?? "").split(" "),
    text: undefined,
    names: undefined,
  }));

  function textOf(item) {
    item.text ??= item.element.textContent.toLowerCase();
    return item.text;
  }

  function namesOf(item) {
    item.names ??= [...item.element.querySelectorAll(".names [data-name]")];
    return item.names;
  }

  /** Of many clusters, those that are looked for stand out. */
  function markNames(item, words) {
    const found = words.length === 0
      ? []
      : namesOf(item).filter((name) =>
        words.every((word) => name.textContent.toLowerCase().includes(word))
      );
    for (const name of namesOf(item)) {
      const isFound = found.includes(name);
      name.classList.toggle("found", isFound);
      name.hidden = found.length > 0 && !isFound;
    }
  }

  function filter() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const kinds = new Set(
      [...tools.querySelectorAll("input[name=kind]:checked")]
        .map((box) => box.value),
    );
    let shown = 0;
    for (const item of items) {
      const visible = (kinds.size === 0 || item.kinds.some((kind) =>
        kinds.has(kind)
      )) &&
        words.every((word) => textOf(item).includes(word));
      item.place.hidden = !visible;
      if (!visible) continue;
      shown++;
      if (words.length > 0 || item.names) markNames(item, words);
    }
    const filtered = words.length > 0 || kinds.size > 0;
    count.textContent = filtered ? `${shown} of ${items.length} entries` : "";
  }

  function openAll(open) {
    for (const { element, place } of items) {
      if (element.tagName === "DETAILS" && !place.hidden) element.open = open;
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
  document.getElementById("open").addEventListener(
    "click",
    () => openAll(true),
  );
  document.getElementById("close").addEventListener(
    "click",
    () => openAll(false),
  );
  document.addEventListener("keydown", onKey);
  filter();
})();
