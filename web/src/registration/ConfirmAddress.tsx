import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { focusOn } from "../app/focus.ts";
import { instant } from "../app/format.ts";
import { refresh, useStep } from "../app/queries.ts";
import { TextInput } from "../parts/fields.tsx";
import { Part } from "../parts/Page.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import type { Own } from "./draft.ts";

const addressId = "confirm-address";
const codeId = "address-code";

/** That whoever registers reads the letters to the address they gave: they copy a code from one. */
export default function ConfirmAddress({ own }: { own: Own }) {
  const { t, i18n } = useTranslation("sending");
  const address = own.answers.contactEmail;
  const [code, setCode] = useState("");
  const [tried, setTried] = useState(false);
  const ask = useStep("POST /registrations/:id/address-codes", async () => {
    await refresh(`/api/registrations/${own.id}/own`);
    focusOn(codeId);
  });
  // One that was sent before this page was opened is as good.
  const codeUntil = ask.data?.endsAt ?? own.codeUntil;
  const confirm = useStep("PUT /registrations/:id/address", async () => {
    await refresh(`/api/registrations/${own.id}/own`);
    focusOn(addressId);
  });

  const typed = code.replace(/\s/g, "");
  const isCode = /^\d{6}$/.test(typed);

  function send() {
    setTried(true);
    if (isCode) confirm.mutate({ id: own.id, code: typed });
    else focusOn(codeId);
  }

  const words = own.addressConfirmed
    ? t("address.confirmed", { address })
    : address
      ? t("address.why", { address })
      : t("address.none");
  return (
    <Part title={t("address.title")}>
      <div className="stack">
        <p id={addressId} tabIndex={-1} role="status">
          {words}
        </p>
        {address && !own.addressConfirmed && (
          <>
            <Button
              variant="default"
              loading={ask.isPending}
              onClick={() => {
                setCode("");
                setTried(false);
                confirm.reset();
                ask.mutate({ id: own.id });
              }}
            >
              {codeUntil ? t("address.again") : t("address.send")}
            </Button>
            {ask.error && <Trouble problem={ask.error} />}
            {codeUntil && (
              <>
                {ask.data?.code && <p className="done">{t("address.demo", { code: ask.data.code })}</p>}
                <TextInput
                  id={codeId}
                  className="field field-short"
                  label={t("address.code")}
                  description={t("address.until", { at: instant(codeUntil, i18n.language) })}
                  inputMode="numeric"
                  autoComplete="one-time-code"
                  value={code}
                  error={tried && !isCode && t("address.six")}
                  onChange={(event) => setCode(event.currentTarget.value)}
                  onKeyDown={(event) => {
                    if (event.key !== "Enter") return;
                    event.preventDefault();
                    send();
                  }}
                />
                <Button loading={confirm.isPending} onClick={send}>
                  {t("address.confirm")}
                </Button>
                {confirm.error && <Trouble problem={confirm.error} />}
              </>
            )}
          </>
        )}
      </div>
    </Part>
  );
}
