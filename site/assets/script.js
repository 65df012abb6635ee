// Filters and sorts the tables of a page. Without it every table is there, whole and in order.
"use strict";
(() => {
  const lists = [...document.querySelectorAll("table[data-list]")];
  const sortable = [...lists, ...document.querySelectorAll("table[data-sort]")];
  const state = new URLSearchParams();

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  // Numbers are sorted as numbers, even those with a sign or a unit; no value comes last.
  const collator = new Intl.Collator("en", { numeric: true });
  const key = (row, column) => row.cells[column]?.textContent.trim() ?? "";
  const number = (text) => parseFloat(text.replace("−", "-").replace("±", ""));
  const compare = (column, direction) => (left, right) => {
    const [a, b] = [key(left, column), key(right, column)];
    if (a === "" || b === "") return (a === "") - (b === "");
    return direction * (number(a) - number(b) || collator.compare(a, b));
  };

  // Rows are sorted inside their groups, groups by their first row.
  const sort = (table, column, direction) => {
    const order = compare(column, direction);
    const first = (body) => body.rows[table.dataset.list ? 1 : 0];
    for (const body of table.tBodies) {
      const rows = [...body.rows];
      const head = table.dataset.list ? rows.shift() : null;
      rows.sort(order);
      body.append(...(head ? [head] : []), ...rows);
    }
    const bodies = [...table.tBodies].sort((left, right) => order(first(left), first(right)));
    table.append(...bodies);
    for (const [index, head] of [...table.tHead.rows[0].cells].entries()) {
      if (index === column) head.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
      else head.removeAttribute("aria-sort");
    }
  };

  const original = new Map(sortable.map((table) => [
    table, [...table.tBodies].map((body) => [body, [...body.rows]]),
  ]));
  const restore = (table) => {
    for (const [body, rows] of original.get(table)) { body.append(...rows); table.append(body); }
    for (const head of table.tHead.rows[0].cells) head.removeAttribute("aria-sort");
  };

  const applySort = () => {
    const [column, direction] = (state.get("sort") ?? "").split(" ").map(Number);
    for (const table of sortable) {
      if (direction) sort(table, column, direction); else restore(table);
    }
  };

  const shown = element("output");
  const text = element("input", { type: "search" });
  const severity = element("select", {}, element("option", { value: "" }, "all"));
  const applyFilter = () => {
    const words = (state.get("text") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
    let [count, total] = [0, 0];
    for (const table of lists) {
      let inTable = 0;
      const isWanted = !state.get("severity") || state.get("severity") === table.dataset.list;
      for (const body of table.tBodies) {
        let inBody = 0;
        const head = body.rows[0].textContent.toLowerCase();
        for (const row of [...body.rows].slice(1)) {
          const content = words.length ? head + " " + row.textContent.toLowerCase() : "";
          row.hidden = !isWanted || !words.every((word) => content.includes(word));
          total += 1;
          if (!row.hidden) inBody += 1;
        }
        body.hidden = inBody === 0;
        inTable += inBody;
      }
      table.hidden = inTable === 0;
      count += inTable;
    }
    shown.textContent = `${count} of ${total} findings on this page`;
  };

  // The hash holds the filters as "text=…&severity=…&sort=…"; any other hash is an anchor.
  const read = () => {
    const hash = location.hash.slice(1);
    for (const name of [...state.keys()]) state.delete(name);
    if (hash.includes("=")) for (const [name, value] of new URLSearchParams(hash)) state.set(name, value);
    text.value = state.get("text") ?? "";
    severity.value = state.get("severity") ?? "";
    applyFilter();
    applySort();
  };
  const write = (name, value, isTyping) => {
    if (value) state.set(name, value); else state.delete(name);
    const address = location.pathname + location.search + (state.size ? "#" + state : "");
    history[isTyping ? "replaceState" : "pushState"](null, "", address);
    applyFilter();
    applySort();
  };

  for (const table of sortable) {
    for (const [column, head] of [...table.tHead.rows[0].cells].entries()) {
      const button = element("button", { type: "button" }, head.textContent);
      button.addEventListener("click", () => {
        const next = head.getAttribute("aria-sort") === "ascending" ? -1
          : head.getAttribute("aria-sort") === "descending" ? 0 : 1;
        write("sort", next ? `${column} ${next}` : "", false);
      });
      head.replaceChildren(button);
    }
  }
  if (lists.length) {
    for (const table of lists) severity.append(element("option", {}, table.dataset.list));
    text.addEventListener("input", () => write("text", text.value, true));
    severity.addEventListener("change", () => write("severity", severity.value, false));
    const form = element("div", { className: "filters" },
      element("label", {}, "Filter by words", text),
      element("label", {}, "Severity", severity), shown);
    form.setAttribute("role", "search");
    shown.setAttribute("aria-live", "polite");
    lists[0].before(form);
  }
  if (sortable.length) {
    window.addEventListener("hashchange", read);
    window.addEventListener("popstate", read);
    read();
  }
})();
