internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// What the page of a bundle shows.
struct BundleModel {
  let file: CaseFile
  let bundle: CourtBundle
  let people: [CasePerson]
  /// What may go in; `nil` once the bundle is finished.
  let review: BundleReview?
  let fixed: Sensitive<FixedBundle>?
  /// Whether this machine can make a PDF.
  let canPrint: Bool
  let csrf: String
  /// A form that was refused, with what was typed.
  let refused: FormState?

  var reference: Reference { file.reference }

  func path(_ act: BundleAct) -> String { BundleRoute.act(reference, bundle.number, act).path }
}

/// One bundle: what is in it, what else could be, and its file.
struct BundlePage: HTML {
  let model: BundleModel

  private var content: CourtBundle.Content {
    model.bundle.content.reveal(for: "the page of a bundle")
  }

  var body: some HTML {
    Handling(note: "That you opened this bundle is recorded with your name.")
    PageHead(model.bundle.title, kicker: "Case \(model.reference)")
    Facts([
      Fact("Court", content.court, note: content.claim.isEmpty ? nil : content.claim),
      Fact("State", state, note: "Begun \(London.day(model.bundle.madeAt).words)"),
      Fact("Papers", String(model.review?.inside.count ?? fixed?.parts.count ?? 0)),
      Fact("Named", named),
    ])
    if let review = model.review {
      BundleInside(model: model, review: review)
      saving
      finishing
      BundleChoices(model: model, review: review)
      details
    } else if let fixed {
      BundleFixed(fixed: fixed)
      saving
    }
  }

  private var fixed: FixedBundle? { model.fixed?.reveal(for: "the page of a bundle") }

  private var state: String {
    model.bundle.finishedAt.map { "Finished \(London.day($0).words)" } ?? "Draft"
  }

  private var named: String {
    let names = model.people.filter { content.named.contains($0.id.rawValue) }.map {
      $0.content.reveal(for: "the page of a bundle").name
    }
    return names.isEmpty ? "Nobody" : names.joined(separator: ", ")
  }

  private var saving: some HTML {
    Sheet(model.bundle.isOpen ? "Read it as the court would" : "The file", mark: .river) {
      if model.canPrint {
        PostForm(to: model.path(.file), csrf: model.csrf) {
          SubmitButton(
            model.bundle.isOpen ? "Save the draft as PDF" : "Save the bundle as PDF",
            style: model.bundle.isOpen ? .line : .main)
        }
        p(.class("small quiet")) {
          "Pages are numbered through, with an index. Photos and PDF documents are in it; video, "
          "sound and what is too large are listed with their SHA-256, to be handed in apart."
        }
      } else {
        p { "This machine cannot make PDF files: WeasyPrint is not installed." }
      }
    }
  }

  private var finishing: some HTML {
    Sheet("Finish it", id: "finish") {
      p { "It stays as it is then. Another can begin with what it has." }
      PostForm(to: model.path(.finish), csrf: model.csrf) {
        CheckboxField(
          "read", label: "I have read the draft: nobody is in it who must not be",
          in: model.refused ?? FormState())
        SubmitButton("Finish it")
      }
      PostForm(to: model.path(.delete), csrf: model.csrf) {
        SubmitButton("Delete this draft", style: .bad)
      }
    }
  }

  private var details: some HTML {
    Disclosure(
      "Change the court or who is named",
      isOpen: model.refused?.refusal?.message(for: "court") != nil
    ) {
      PostForm(to: model.path(.details), csrf: model.csrf) {
        BundleDetails(
          people: model.people,
          state: model.refused ?? FormState(values: BundleDetails.values(model.bundle)))
        SubmitButton("Keep it", style: .line)
      }
    }
  }
}
