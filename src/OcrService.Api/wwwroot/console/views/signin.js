import { h, labelled } from "../dom.js";
import { t, told } from "../texts.js";
import { signIn } from "../session.js";

/** The form before everything else. */
export function signInView(done) {
  const user = h("input", { name: "user", autocomplete: "username", required: true });
  const domain = h("input", { name: "domain", autocomplete: "organization", placeholder: t("domainHint") });
  const password = h("input", { name: "password", type: "password", autocomplete: "current-password", required: true });
  const fault = h("p", { class: "bad", role: "alert" });
  const submit = h("button", { type: "submit", class: "primary" }, t("signIn"));
  return h("form", {
    class: "panel narrow stack",
    onsubmit: async (event) => {
      event.preventDefault();
      submit.disabled = true;
      fault.textContent = "";
      try {
        await signIn(domain.value || user.value, user.value, password.value);
        done();
      } catch (error) {
        fault.textContent = told(error);
      } finally {
        password.value = "";
        submit.disabled = false;
      }
    },
  }, h("h1", {}, t("signIn")), labelled(t("user"), user), labelled(t("password"), password), labelled(t("domain"), domain), fault, submit);
}
