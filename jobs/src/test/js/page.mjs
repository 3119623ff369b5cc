// Opens inventory.html in a real Chromium as a reader would, and writes down as JSON what there is to see:
// node page.mjs PAGE WIDTH OUT
import axe from "axe-core";
import { chromium } from "playwright-core";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [file, width, out] = process.argv.slice(2);
const TAB_STOPS = 25;

const profile = mkdtempSync(join(tmpdir(), "abasto-page-"));
const context = await chromium.launchPersistentContext(profile, {
    executablePath: "/usr/bin/chromium",
    headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--no-first-run"],
    viewport: { width: Number(width), height: 900 },
});
try {
    writeFileSync(out, JSON.stringify(await read(await context.newPage()), null, 1));
} finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
}

async function read(page) {
    const seen = { errors: [], requests: [] };
    page.on("console", (message) => seen.errors.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => seen.errors.push(String(error)));
    page.on("dialog", (dialog) => { seen.errors.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
    page.on("request", (request) => seen.requests.push(request.url()));
    const address = pathToFileURL(file).href;
    await page.goto(address);
    seen.requests = seen.requests.filter((url) => url !== address);

    Object.assign(seen, await page.evaluate(() => ({
        lang: document.documentElement.lang,
        title: document.title,
        text: document.body.innerText,
        overflow: document.documentElement.scrollWidth - innerWidth,
        elements: document.querySelectorAll("script, img, iframe, object, embed, link, form").length,
    })));
    seen.violations = await violations(page);
    seen.cards = await page.$$eval(".cards li", (cards) => Object.fromEntries(cards.map((card) => [card.id, {
        value: card.querySelector(".figure").innerText,
        change: card.querySelector(".change").innerText,
        note: card.querySelector(".note").innerText,
    }])));
    seen.small = await page.$$eval("table.bars, table.plain", (tables) => Object.fromEntries(tables.map((table) =>
        [table.id, Array.from(table.tBodies[0].rows, (row) => Array.from(row.cells, (cell) => cell.textContent))])));
    seen.facts = await page.$$eval(".facts div", (facts) => Object.fromEntries(facts.map((fact) =>
        [fact.querySelector("dt").textContent, fact.querySelector("b").textContent])));
    seen.tabStops = await tabStops(page);
    seen.skippedTo = await skippedTo(page);
    seen.lists = {};
    for (const id of await page.$$eval("section.list:has(table)", (sections) => sections.map((section) => section.id))) {
        seen.lists[id] = await list(page, id);
    }
    seen.everywhere = await everywhere(page, seen.lists);
    seen.print = await printed(page);
    seen.violationsAfter = await violations(page);
    return seen;
}

async function violations(page) {
    const session = await page.context().newCDPSession(page);
    await session.send("Runtime.evaluate", { expression: axe.source });
    const found = await page.evaluate(() => window.axe.run());
    return found.violations.map((violation) => ({
        id: violation.id,
        impact: violation.impact,
        nodes: violation.nodes.slice(0, 3).map((node) => node.html.slice(0, 200)),
    }));
}

async function tabStops(page) {
    const stops = [];
    for (let stop = 0; stop < TAB_STOPS; stop++) {
        await page.keyboard.press("Tab");
        stops.push(await page.evaluate(() => {
            const focused = document.activeElement;
            const box = focused.getBoundingClientRect();
            return {
                name: focused.id || focused.textContent.trim(),
                isOutlined: getComputedStyle(focused).outlineStyle !== "none",
                isOnScreen: box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight,
            };
        }));
    }
    return stops;
}

async function skippedTo(page) {
    await page.focus(".skip");
    await page.keyboard.press("Enter");
    return page.evaluate(() => document.activeElement.id);
}

// A list's cells, how many of its rows are to be seen, and what comes of sorting, searching and unfolding it.
async function list(page, id) {
    const section = page.locator(`#${id}`);
    const headers = await section.locator("thead th").allTextContents();
    const read = { headers, rows: await allRows(section), shown: (await shownRows(section)).length, sorts: [] };
    for (let column = 0; column < headers.length; column++) {
        const button = section.locator("thead th button").nth(column);
        const header = section.locator("thead th").nth(column);
        await button.focus();
        await page.keyboard.press("Enter");
        const up = { state: await header.getAttribute("aria-sort"), rows: await allRows(section) };
        await button.click();
        const down = { state: await header.getAttribute("aria-sort"), rows: await allRows(section) };
        read.sorts.push({ up, down, sorted: await section.locator("th[aria-sort]").count() });
    }
    const more = section.locator(".more button");
    read.canUnfold = await more.isVisible();
    if (read.canUnfold) {
        await more.click();
        read.unfolded = (await shownRows(section)).length;
        await more.click();
        read.foldedAgain = (await shownRows(section)).length;
    }
    read.word = read.rows[0].at(1).split("\n").at(-1).toUpperCase();
    await section.locator("input").fill(read.word);
    if (await more.isVisible()) {
        await more.click();
    }
    read.found = await shownRows(section);
    read.said = await section.locator(".found").textContent();
    await section.locator("input").fill("no row has this");
    read.foundNone = (await shownRows(section)).length;
    await section.locator("input").fill("");
    return read;
}

async function everywhere(page, lists) {
    const word = Object.values(lists)[0]?.rows[0][0].split("\n").at(-1).split(" ")[0] ?? "";
    await page.locator("#everywhere").fill(word);
    const found = {};
    for (const id of Object.keys(lists)) {
        found[id] = (await shownRows(page.locator(`#${id}`))).length;
    }
    await page.locator("#everywhere").fill("");
    return { word, found };
}

// On paper everything is open, and there is nothing to press.
async function printed(page) {
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    const seen = await page.evaluate(() => {
        const isSeen = (element) => element.checkVisibility() && element.getBoundingClientRect().height > 0;
        return {
            controls: Array.from(document.querySelectorAll("input, nav, .more, .skip, summary")).filter(isSeen).length,
            closed: document.querySelectorAll("details:not([open])").length,
            rows: Object.fromEntries(Array.from(document.querySelectorAll("section.list:has(table)"), (section) =>
                [section.id, Array.from(section.querySelectorAll("tbody tr")).filter(isSeen).length])),
        };
    });
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    await page.emulateMedia({ media: "screen" });
    return seen;
}

function cellsOf(rows) {
    return rows.map((row) => Array.from(row.cells, (cell) => Array.from(cell.childNodes, (node) => node.textContent).join("\n")));
}

function allRows(section) {
    return section.locator("tbody tr").evaluateAll(cellsOf);
}

function shownRows(section) {
    return section.locator("tbody tr:visible").evaluateAll(cellsOf);
}
