"""`smo verify --proof FILE`: what a proof shows, or what is wrong with it."""

from pathlib import Path

from commands.checking_proof import Checked, Derived, check_proof
from commands.proof_verdict import Verdict
from ledger.language import ntranslate
from ledger.language import translate as _
from ledger.proof.keys import PublicKey
from ledger.proof.proof_fault import ProofFault
from ledger.proof.proof_file import OF_AN_ACT
from presentation import words
from presentation.form import Form
from presentation.journal import told
from presentation.rendering import form_of
from presentation.table import Table, columns, without_empty_columns
from terminal.printing import print_form


def verify_proof(
    text: str, key: PublicKey | None, format_: str, output: Path | None
) -> bool:
    """Check a proof, print what was found, and tell whether it holds."""
    checked = check_proof(text, key)
    verdict = checked.verdict
    form = Form(
        told=lambda: verdict,
        tables=lambda: draw(checked),
        lines=lambda: (ProofFault, verdict.faults),
    )
    print_form(form, format_, output)
    return verdict.holds


def draw(checked: Checked) -> list[Table]:
    """Draw what is wrong, or what is proven; then what a proof is worth."""
    verdict = checked.verdict
    if not verdict.holds:
        return [_faults(verdict), Table(_broken(verdict), (), (), _under(verdict))]
    title = _("The proof holds: {question}").format(question=verdict.question)
    return [
        Table(title, (), (), _under(verdict)),
        *(_shown(checked.derived) if checked.derived else _entries(checked)),
        Table(_("What this shows, and what not"), (), (), _worth(verdict)),
    ]


def _faults(verdict: Verdict) -> Table:
    heads, rows = columns(
        verdict.faults,
        (_("Line"), lambda one: str(one.line or "")),
        (
            _("Position"),
            lambda one: f"#{one.position}" if one.position is not None else "",
        ),
        (_("What is wrong"), lambda one: one.message),
        (_("Rule"), lambda one: one.rule),
    )
    return without_empty_columns(Table(_("Faults"), heads, rows, style="bold red"))


def _broken(verdict: Verdict) -> str:
    count = len(verdict.faults)
    text = ntranslate(
        "The proof does not hold: {count} fault",
        "The proof does not hold: {count} faults",
        count,
    )
    return text.format(count=count)


def _under(verdict: Verdict) -> str:
    """Say by whom and over what it was sealed, and by whose rules it was derived."""
    if verdict.checkpoint is None:
        return ""
    text = _("{known} Sealed: {short}; signed by {names}.")
    lines = [
        text.format(
            known=words.known(str(verdict.known_at)),
            short=verdict.checkpoint.short,
            names=", ".join(verdict.checkpoint.signed_by),
        )
    ]
    if verdict.signatures_checked:
        if verdict.holds:
            lines.append(_("The signature is that of the key given."))
    else:
        lines.append(
            _("Signatures were not checked: give the public key with --public-key.")
        )
    if verdict.rules != verdict.derived_by:
        lines.append(
            _("Made with {rules}; checked with another version, {own}.").format(
                rules=verdict.rules, own=verdict.derived_by
            )
        )
    return "\n".join(lines)


def _worth(verdict: Verdict) -> str:
    entries = ntranslate(
        "{count} entry is in the ledger that was sealed, as it stands here.",
        "{count} entries are in the ledger that was sealed, as they stand here.",
        len(verdict.entries),
    ).format(count=words.quantity(len(verdict.entries)))
    gives = _("By the rules of {rules} they give this answer.")
    is_act = str(verdict.question).startswith(OF_AN_ACT)
    lines = [
        entries,
        *([] if is_act else [gives.format(rules=verdict.derived_by)]),
        _(
            "Not shown: that no other entry says otherwise. For that one needs the "
            "ledger, or a copy of it, and «smo verify»."
        ),
    ]
    return "\n".join(lines)


def _entries(checked: Checked) -> list[Table]:
    said = "\n".join(map(told, checked.entries))
    return [Table(_("What the entries say"), (), (), said)]


def _shown(derived: Derived) -> list[Table]:
    """Draw a derived answer as the command that gives it does."""
    form = form_of(derived.answer, derived.world)
    assert form.tables is not None, "what can be proven is drawn as tables"
    return form.tables()
