/**
 * Debian's Chromium, without a window.
 *
 * @module
 */

import { type Browser, chromium, type Page } from "playwright-core";

/** How a page is opened. */
export interface PageOptions {
  /** In pixels of CSS. */
  readonly width?: number;
  readonly colorScheme?: "light" | "dark";
  readonly javaScriptEnabled?: boolean;
}

/** A page, and what it did that a quiet page does not do. */
export interface WatchedPage {
  readonly page: Page;
  /** Messages of the console, errors, dialogs, requests for other files. */
  readonly incidents: readonly string[];
}

/** A browser that is running. */
export class Chromium implements AsyncDisposable {
  readonly #browser: Browser;
  readonly #folder: string;

  private constructor(browser: Browser, folder: string) {
    this.#browser = browser;
    this.#folder = folder;
  }

  /** Starts a browser. */
  static async start(): Promise<Chromium> {
    const path = await new Deno.Command("which", { args: ["chromium"] })
      .output();
    const browser = await chromium.launch({
      executablePath: new TextDecoder().decode(path.stdout).trim(),
      // Its sandbox refuses root, as which CI runs.
      args: ["--no-sandbox"],
    });
    return new Chromium(browser, await Deno.makeTempDir());
  }

  /**
   * Opens a file with some HTML.
   *
   * @param html The HTML.
   * @param options How to open it.
   * @returns The page.
   */
  async open(html: string, options: PageOptions = {}): Promise<WatchedPage> {
    const { width = 1440, ...rest } = options;
    const page = await this.#browser.newPage({
      viewport: { width, height: width < 600 ? 844 : 900 },
      ...rest,
    });
    const file = `${this.#folder}/page.html`;
    const url = `file://${file}`;
    const incidents: string[] = [];
    page.on("console", (message) => incidents.push(message.text()));
    page.on("pageerror", (error) => incidents.push(error.message));
    page.on("dialog", (dialog) => {
      incidents.push(`dialog: ${dialog.message()}`);
      dialog.dismiss();
    });
    page.on("requestfinished", (request) => {
      const asked = request.url().replace(/#.*/s, "");
      if (asked !== url) incidents.push(`request: ${asked}`);
    });
    page.on("requestfailed", (request) => {
      const reason = request.failure()?.errorText;
      // What the page's policy stops is on the console already.
      if (reason === "csp") return;
      incidents.push(`request: ${request.url()}: ${reason}`);
    });
    await Deno.writeTextFile(file, html);
    await page.goto(url);
    return { page, incidents };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
    await Deno.remove(this.#folder, { recursive: true });
  }
}
