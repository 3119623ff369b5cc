// Everything is on the page already and reads without this: it sorts and finds rows, and folds long lists.
"use strict";

const SHOWN_AT_FIRST = matchMedia("(max-width: 47.99rem)").matches ? 6 : 15;
const say = document.body.dataset;
const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

const filled = (sentence, ...values) => values.reduce((text, value, place) => text.replace(`{${place}}`, value), sentence);

const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const wordsOf = (input) => plain(input.value).split(/\s+/).filter(Boolean);

// What a cell is sorted by: its rank if it has one, its number or day as it is written, or its text; null for none.
function keyOf(cell, kind) {
    const rank = cell.dataset.v;
    const text = rank ?? cell.textContent.trim();
    if (text === "" || text === "–") {
        return null;
    }
    if (rank === undefined && kind === "text") {
        return text;
    }
    const number = Number(text.replace("−", "-").replace(/[^0-9.-]/g, ""));
    return kind === "day" ? text : number;
}

// Rows without a value come last, whichever way the others go.
function compare(one, other, direction) {
    if (one === null || other === null) {
        return (one === null) - (other === null);
    }
    return direction * (typeof one === "number" ? one - other : collator.compare(one, other));
}

const everywhere = document.getElementById("everywhere");
const lists = [];

function enhance(section) {
    const table = section.querySelector("table.rows");
    const body = table.tBodies[0];
    const rows = Array.from(body.rows, (element, place) => ({ element, place, text: plain(element.textContent) }));
    const find = section.querySelector("input");
    const found = section.querySelector(".found");
    const more = section.querySelector(".more");
    const toggle = more.querySelector("button");
    let isOpen = false;

    function show() {
        const words = [...wordsOf(find), ...wordsOf(everywhere)];
        let matching = 0;
        for (const row of rows) {
            const isMatch = words.every((word) => row.text.includes(word));
            row.element.classList.toggle("apart", !isMatch);
            row.element.classList.toggle("far", isMatch && !isOpen && matching >= SHOWN_AT_FIRST);
            matching += isMatch;
        }
        found.textContent = words.length === 0 ? "" : filled(say.found, matching, rows.length);
        more.hidden = matching <= SHOWN_AT_FIRST;
        toggle.textContent = isOpen ? say.rowsFew : filled(say.rowsAll, matching);
        toggle.setAttribute("aria-expanded", isOpen);
    }

    function sort(header) {
        const column = header.cellIndex;
        const kind = header.dataset.kind;
        const isUp = header.getAttribute("aria-sort") !== "ascending";
        rows.forEach((row) => { row.key = keyOf(row.element.cells[column], kind); });
        rows.sort((one, other) => compare(one.key, other.key, isUp ? 1 : -1) || one.place - other.place);
        body.append(...rows.map((row) => row.element));
        for (const other of table.tHead.rows[0].cells) {
            other.removeAttribute("aria-sort");
        }
        header.setAttribute("aria-sort", isUp ? "ascending" : "descending");
        show();
        found.textContent = filled(isUp ? say.sortedUp : say.sortedDown, header.textContent) + " " + found.textContent;
    }

    for (const header of table.tHead.rows[0].cells) {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = header.textContent;
        button.addEventListener("click", () => sort(header));
        header.replaceChildren(button);
    }
    toggle.addEventListener("click", () => {
        isOpen = !isOpen;
        show();
    });
    find.addEventListener("input", show);
    lists.push(show);
    show();
}

// On a phone the rows are laid out as cards; what they are to a screen reader is said apart from that.
function nameRoles(table) {
    table.setAttribute("role", "table");
    for (const part of [table.tHead, table.tBodies[0]]) {
        part.setAttribute("role", "rowgroup");
        for (const row of part.rows) {
            row.setAttribute("role", "row");
            for (const cell of row.cells) {
                cell.setAttribute("role", cell.scope === "col" ? "columnheader" : cell.scope === "row" ? "rowheader" : "cell");
            }
        }
    }
}

document.querySelectorAll(".tools").forEach((tools) => { tools.hidden = false; });
document.querySelectorAll("table").forEach(nameRoles);
document.querySelectorAll("section.list:has(table)").forEach(enhance);
everywhere.addEventListener("input", () => lists.forEach((show) => show()));

const folds = document.querySelectorAll("details");
folds.forEach((fold) => { fold.open = false; });
addEventListener("beforeprint", () => folds.forEach((fold) => { fold.open = true; }));
addEventListener("afterprint", () => folds.forEach((fold) => { fold.open = false; }));
