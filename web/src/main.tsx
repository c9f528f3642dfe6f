import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./app/styles.ts";
import { withLanguage } from "./app/address.ts";
import { startTexts } from "./app/i18n.ts";
import { fetchInstallation } from "./app/installation.ts";
import { nameMissingParts } from "./app/missing-part.ts";
import { queryClient } from "./app/queries.ts";
import { router } from "./app/router.tsx";
import { forgetServedHead } from "./app/served-head.ts";
import { theme } from "./app/theme.ts";

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? "";

nameMissingParts();
await fetchInstallation();
await startTexts();
const address = withLanguage(location);
if (address) router.history.replace(address);
const root = document.getElementById("root")!;
// Until the page is there, what the document says of it stays.
if (root.hasChildNodes()) await router.load();
forgetServedHead();
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} forceColorScheme="light" getStyleNonce={() => nonce}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
