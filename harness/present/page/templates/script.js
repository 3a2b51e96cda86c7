"use strict";
// Copying and sorting: the page reads without either.
const status = document.getElementById("status");

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const box = document.createElement("textarea");
    box.value = text;
    box.className = "unseen";
    document.body.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    return done;
  }
}

for (const button of document.querySelectorAll("button[data-copies]")) {
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const done = await copied(document.getElementById(button.dataset.copies).textContent);
    button.textContent = status.textContent = done ? "Copied" : "Not copied: select the words instead";
    button.focus();
    setTimeout(() => { button.textContent = label; }, 2000);
  });
}

function compare(one, other) {
  const [a, b] = [Number(one), Number(other)];
  return Number.isNaN(a) || Number.isNaN(b) ? (one < other ? -1 : one > other ? 1 : 0) : a - b;
}

for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  for (const head of table.tHead.rows[0].cells) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const now = head.getAttribute("aria-sort");
      const falling = now ? now === "ascending" : head.dataset.first === "falling";
      const value = (row) => row.cells[head.cellIndex].dataset.value;
      const rows = [...body.rows].sort((one, other) => {
        const order = compare(value(one), value(other));
        return falling ? -order : order;
      });
      for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", falling ? "descending" : "ascending");
      body.append(...rows);
      status.textContent = `Sorted by ${button.textContent.trim()}, ${falling ? "falling" : "rising"}`;
    });
  }
}
