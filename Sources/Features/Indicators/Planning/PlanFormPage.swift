import Design
import HTTP
import Kernel
import Markup

/// What a change does, worked out before it is kept.
struct PlanPreview: Sendable {
  let changes: [PlanChange]
  let effect: PlanEffect
  /// A mark of what was typed when it was worked out.
  let mark: String
  /// Whether saving was asked for something else than what was looked at.
  let isAgain: Bool
}

/// A form of a plan: first its fields, then what they do, with the fields kept to change them.
struct PlanFormPage: HTML {
  let form: PlanForm
  let path: String
  let kicker: String
  let state: FormState
  let preview: PlanPreview?
  let csrf: String

  var body: some HTML {
    Group {
      ErrorSummary(state.refusal)
      PageHead(form.title, kicker: kicker, lede: form.lede.isEmpty ? nil : form.lede)
      PostForm(to: path, csrf: csrf) {
        for (name, text) in form.current {
          input(.type(.hidden), .name(EntryFields.seen(name)), .value(Digest.mark(text)))
        }
        if let preview {
          input(.type(.hidden), .name("checked"), .value(preview.mark))
          PreviewSheet(preview: preview)
          Sheet {
            Disclosure("Change what you typed") {
              div {
                fields
                SubmitButton("Show what it does", style: .line, name: "act", value: "check")
              }
            }
          }
        } else {
          Sheet {
            fields
            SubmitButton("Show what it does", name: "act", value: "check")
          }
        }
      }
    }
  }

  private var fields: some HTML {
    Group {
      form.fields(state)
      TextArea(
        "reason", label: "Why",
        hint: "Who decided it, and what for. It is kept with the change and can be read by "
          + "everybody who signs in: name nobody.", in: state, rows: 2)
    }
  }
}

/// What a change does to the dashboard, with the button that keeps it.
private struct PreviewSheet: HTML {
  let preview: PlanPreview

  var body: some HTML {
    Sheet("What this does", mark: .thread) {
      if preview.isAgain {
        p { strong { "What you typed has changed since you looked: this is what it does now." } }
      }
      EffectSheet(changes: preview.changes, effect: preview.effect)
      p(.class("mt3")) {
        "Published issues stay as they are. The earlier value is kept with your office, the time "
        "and the reason."
      }
      SubmitButton("Save the change", name: "act", value: "save")
    }
  }
}
