// What a reader sees of a page: an object of functions, evaluated in the page by look.py. Nothing of it is published.
(() => {
  const SILENT = "script, style, template, noscript, option, optgroup, datalist, title, desc, input[type=hidden]";
  const CONTROLS = "a[href], button, input, select, textarea, summary, img, [role=button]";
  const HEADINGS = "h1, h2, h3";
  const own = (e) => [...e.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE && n.data.trim());
  const all = () => [...document.body.querySelectorAll("*")].filter((e) => !e.closest(SILENT));
  const holds = (e) => e.matches(CONTROLS) || own(e).length > 0;
  const words = (e) => (e.innerText || e.textContent || e.value || e.alt || "").trim().replace(/\s+/g, " ").slice(0, 60);

  // The name of a thing in the style sheet's words: from the nearest element with a class down to it.
  const names = new Map();
  function name(e) {
    if (e === document.body) return "body";
    if (!names.has(e)) {
      const classes = [...e.classList].sort().map((one) => "." + one).join("");
      names.set(e, classes ? e.localName + classes : name(e.parentElement) + " > " + e.localName);
    }
    return names.get(e);
  }

  // Where something stands on the paper, and not on the screen.
  const placed = (r) => ({ left: r.left + scrollX, top: r.top + scrollY, right: r.right + scrollX, bottom: r.bottom + scrollY });
  function boxes(e) {
    if (e.matches(CONTROLS)) return [...e.getClientRects()];
    return own(e).flatMap((text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      return [...range.getClientRects()];
    });
  }
  const styles = new Map();
  function style(e) {
    if (!styles.has(e)) styles.set(e, getComputedStyle(e));
    return styles.get(e);
  }
  // The part of a box that no ancestor cuts off; what a box can be scrolled to is not cut off.
  function left(box, e) {
    let { left, top, right, bottom } = placed(box);
    for (let a = e; a && a !== document.documentElement; a = a.parentElement) {
      const s = style(a);
      if (s.clipPath.startsWith("inset(50%") || s.clip === "rect(0px, 0px, 0px, 0px)") return false;
      if (a === document.body || (a === e && e.matches(CONTROLS))) continue;
      if (s.overflowX !== "visible" || s.overflowY !== "visible") {
        const edge = placed(a.getBoundingClientRect());
        const scrolls = (way) => way === "auto" || way === "scroll";
        if (edge.right - edge.left < 2 || edge.bottom - edge.top < 2) return false;
        if (!scrolls(s.overflowX)) (left = Math.max(left, edge.left)), (right = Math.min(right, edge.right));
        if (!scrolls(s.overflowY)) (top = Math.max(top, edge.top)), (bottom = Math.min(bottom, edge.bottom));
      }
    }
    return right - left >= 2 && bottom - top >= 2 && right > 0 && bottom > 0;
  }
  function visible(e) {
    if (!e.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    if (/^rgba\(.*, 0\)$/.test(style(e).color) && own(e).length) return false;
    return boxes(e).some((box) => left(box, e));
  }

  // The first of those that look alike: same names all the way up to the body, same of whatever else is told of each.
  function firsts(which, told) {
    const seen = new Set();
    const whole = (e) => (e === document.body ? "" : whole(e.parentElement) + ">" + name(e));
    return which.filter((e) => {
      const look = [whole(e), ...told(e)].join();
      return !seen.has(look) && visible(e) && seen.add(look);
    });
  }
  const letters = () =>
    firsts(all().filter((e) => own(e).length), (e) => [style(e).color, style(e).backgroundColor, style(e).fontSize, style(e).fontWeight]);
  const targets = () => firsts([...document.querySelectorAll(CONTROLS)], (e) => [style(e).display, Math.round(e.getBoundingClientRect().height)]);
  function mark(which, mark) {
    document.querySelectorAll(`[${mark}]`).forEach((one) => one.removeAttribute(mark));
    which.forEach((one) => one.setAttribute(mark, ""));
  }

  return {
    unfold: () => document.querySelectorAll("details").forEach((one) => (one.open = true)),

    // What opens over the page, where it does not stand on it; which of them, or none, is open.
    layers: () => [...document.querySelectorAll("[popover]")].filter((one) => !one.checkVisibility()).length,
    open(place) {
      document.querySelectorAll("[popover]:popover-open").forEach((one) => one.hidePopover());
      const closed = [...document.querySelectorAll("[popover]")].filter((one) => !one.checkVisibility());
      if (place >= 0) closed[place].showPopover();
    },

    // For each name of something with content: is it visible anywhere here, within what does it stand, an example.
    survey() {
      const found = {};
      for (const e of all().filter(holds)) {
        const shown = visible(e);
        for (let a = e; a !== document.body; a = a.parentElement) {
          const entry = (found[name(a)] ??= { shown: false, within: name(a.parentElement), words: words(e) });
          entry.shown ||= shown;
        }
      }
      return found;
    },

    // Letters under 12 pixels.
    small: () => [...new Set(all().filter((e) => own(e).length && parseFloat(style(e).fontSize) < 12 && visible(e)).map((e) => `${name(e)}: ${style(e).fontSize}`))],

    // Controls and headings that something else lies upon once they are scrolled to.
    covered() {
      const out = [];
      for (const e of document.querySelectorAll(`${CONTROLS}, ${HEADINGS}`)) {
        const layer = document.querySelector(":popover-open");
        if (e.closest(SILENT) || (layer && !layer.contains(e)) || !visible(e)) continue;
        const onTop = () => {
          const box = boxes(e).find((one) => one.width >= 2 && one.height >= 2) || e.getBoundingClientRect();
          return document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        };
        let top = onTop(); // where the one before has been scrolled to, this one often stands in sight, too
        if (!top || !e.contains(top)) {
          e.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
          top = onTop();
        }
        if (!top || !e.contains(top)) out.push(`${name(e)} “${words(e)}” lies under ${top ? name(top) : "nothing that is on the screen"}`);
      }
      scrollTo(0, 0);
      return out;
    },

    // How many pixels the page can be pushed sideways.
    sideways: () => document.documentElement.scrollWidth - document.documentElement.clientWidth,

    // What does not begin at the left edge at which the heading does: the ways above, the parts of the page, the foot.
    edges() {
      const [h1] = document.querySelectorAll("main h1");
      const parts = [...(h1?.parentElement.children ?? []), document.querySelector("header nav a"), document.querySelector("footer p")];
      const begins = (e) => Math.round(e.getBoundingClientRect().left + scrollX);
      return parts
        .filter((e) => e?.checkVisibility() && style(e).position === "static" && e.getBoundingClientRect().width >= 2)
        .filter((e) => Math.abs(begins(e) - begins(h1)) > 1)
        .map((e) => `${name(e)} at ${begins(e)}, the heading at ${begins(h1)}`);
    },

    // Headers of columns that do not stand above their cells: elsewhere, or set to another side.
    heads() {
      const out = new Set();
      const side = (e) => ({ start: "left" })[style(e).textAlign] ?? style(e).textAlign;
      for (const table of document.querySelectorAll("table")) {
        const head = table.querySelector(":scope > thead > tr:last-child");
        const row = table.querySelector(":scope > tbody > tr");
        if (!head?.checkVisibility() || !row?.checkVisibility() || table.querySelector(":scope [colspan]")) continue;
        [...head.cells].forEach((th, at) => {
          const [above, below] = [th, row.cells[at]].map((e) => e?.getBoundingClientRect());
          if (!words(th) || !words(row.cells[at]) || !below || above.right < 0) return; // for those who hear the page
          const apart = Math.abs(above.left - below.left) > 1 || Math.abs(above.right - below.right) > 1;
          if (apart || side(th) !== side(row.cells[at])) out.add(`${name(th)} “${words(th)}” ${apart ? `at ${Math.round(above.left)}, its cells at ${Math.round(below.left)}` : `${side(th)}, its cells ${side(row.cells[at])}`}`);
        });
      }
      return [...out];
    },

    async axe(runOnly) {
      const place = document.querySelector(":popover-open") || document;
      mark(letters(), "data-look");
      mark(targets(), "data-target");
      axe.configure({
        rules: [
          { id: "color-contrast", selector: "[data-look]" },
          { id: "link-in-text-block", selector: "a[href][data-look]" },
          { id: "target-size", selector: "[data-target]" },
        ],
      });
      const result = await axe.run(place, { preload: false, resultTypes: ["violations"], runOnly });
      return result.violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(" ")} ${node.html.slice(0, 120)}`));
    },
  };
})()
