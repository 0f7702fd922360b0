// What is wrong with a page, as the browser sees it. Runs inside of it.

/** The contrast of all texts that can be seen, where it is too low (AA). */
export function contrastFaults() {
  const parse = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number);
    return { r, g, b, a };
  };
  const over = (top, below) => ({
    r: top.r * top.a + below.r * (1 - top.a),
    g: top.g * top.a + below.g * (1 - top.a),
    b: top.b * top.a + below.b * (1 - top.a),
    a: 1,
  });
  const luminance = ({ r, g, b }) => {
    const [red, green, blue] = [r, g, b].map((channel) => {
      const part = channel / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const backgroundOf = (element) => {
    const layers = [];
    for (let at = element; at !== null; at = at.parentElement) {
      layers.push(parse(getComputedStyle(at).backgroundColor));
    }
    const canvas = matchMedia("(prefers-color-scheme: dark)").matches ? 0 : 255;
    const ground = { r: canvas, g: canvas, b: canvas, a: 1 };
    return layers.reduceRight((below, layer) => over(layer, below), ground);
  };
  const faults = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (node.data.trim() === "" || element.closest("script,style")) continue;
    if (!element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const background = backgroundOf(element);
    const shades = [over(parse(style.color), background), background]
      .map(luminance).sort((left, right) => right - left);
    const contrast = (shades[0] + 0.05) / (shades[1] + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
    if (contrast < (large ? 3 : 4.5)) {
      faults.add(
        `${contrast.toFixed(2)}: ${element.className || element.tagName}`,
      );
    }
  }
  return [...faults];
}

/** How far the page is wider than the window. */
export function overflow() {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth - clientWidth;
}

/** What has the focus, and whether a person sees that. */
export function focusState() {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return {
    name: element.id || element.value ||
      element.textContent.trim().slice(0, 40),
    tag: element.tagName,
    visible: style.outlineStyle !== "none" &&
      parseFloat(style.outlineWidth) >= 2 &&
      box.width > 0 && box.bottom > 0 && box.top < innerHeight,
  };
}

/** Elements and attributes that reports never have. */
export function strangers() {
  const tags = new Set(
    ("html head meta title style body a svg symbol path use rect header nav main " +
      "section div p span h1 h2 h3 h4 small strong b code form label input kbd " +
      "fieldset legend button ul li details summary del ins pre footer script")
      .split(" "),
  );
  const found = [];
  for (const element of document.querySelectorAll("*")) {
    if (!tags.has(element.localName)) found.push(element.localName);
    for (const { name, value } of element.attributes) {
      if (/^on|^style$|^src$/.test(name)) found.push(`${name}=${value}`);
      if (
        name === "href" &&
        !/^(?:#|https:\/\/(?:git|k0render)\.example\/)/.test(value)
      ) {
        found.push(`${name}=${value}`);
      }
    }
  }
  if (document.scripts.length !== 1) found.push("another script");
  return found;
}
