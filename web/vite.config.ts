import { fileURLToPath } from "node:url";
import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { compress } from "./build/compress.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

// A build is what people get, whoever asks for it: a test runner has an environment of its own.
if (process.argv.includes("build")) process.env.NODE_ENV = "production";

const isShell = (file: string) => /\/shell-[^/]*\.js$/.test(file);
const isPublicPage = (file: string) => /\/_lang\.[^/]*\.js$/.test(file);

export default defineConfig({
  root: here("."),
  plugins: [
    tanstackRouter({
      target: "react",
      autoCodeSplitting: true,
      routesDirectory: here("src/routes"),
      generatedRouteTree: here("src/routes.gen.ts"),
      quoteStyle: "double",
      semicolons: true,
    }),
    react(),
    compress(),
  ],
  build: {
    outDir: here("dist"),
    emptyOutDir: true,
    manifest: true,
    target: "es2024",
    rolldownOptions: {
      output: {
        // What every page has around it in one piece: apart, each small file costs more than it holds. The office's has its own.
        // So too what the form of a cluster shares with the page on which a colleague fills in one section.
        codeSplitting: {
          groups: [
            { name: "shell", test: /web\/src\/(app|shells)\/(?!AdminShell)/ },
            {
              name: "fields",
              test: /src\/parts\/(Choices|CountrySelect|Question|fields)\.|components\/(TextInput|NativeSelect)\//,
            },
            {
              name: "form",
              test: /web\/src\/registration\/(Answer\.|draft|Sav|use(Alone|Draft|Leaving|Whys))/,
            },
          ],
        },
      },
    },
    // The shell, which every visitor fetches, names what public pages need; what others need is fetched a step later instead.
    modulePreload: {
      resolveDependencies: (file, needed, { hostId }) =>
        isPublicPage(file) || !isShell(hostId) ? needed : needed.filter((name) => name.endsWith(".css")),
    },
    // The policy of the pages takes no data: addresses for fonts.
    assetsInlineLimit: 0,
  },
  server: {
    // Texts and contracts stand beside the web app.
    fs: { allow: [here("..")] },
    proxy: { "/api": process.env.CAUSEWAY_API || "http://127.0.0.1:3000" },
  },
});
