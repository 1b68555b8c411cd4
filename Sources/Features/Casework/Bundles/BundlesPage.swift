internal import Design
internal import HTTP
internal import Kernel
internal import Markup

/// What the page of a case's bundles shows.
struct BundlesModel {
  let file: CaseFile
  let bundles: [CourtBundle]
  let people: [CasePerson]
  let csrf: String
  let state: FormState
}

/// The bundles of a case, and beginning one.
struct BundlesPage: HTML {
  let model: BundlesModel

  private var reference: Reference { model.file.reference }

  var body: some HTML {
    Handling(note: "That you opened this page is recorded with your name.")
    PageHead(
      "Bundles for a court", kicker: "Case \(reference)",
      lede: "Papers of the case for a hearing, with numbered pages and an index, others struck out."
    )
    if !model.bundles.isEmpty {
      Sheet("Bundles") {
        DataTable(
          caption: "Bundles", hidesCaption: true,
          columns: [.text("Bundle"), .text("Court"), .text("Begun"), .text("State")],
          rows: model.bundles.map { one in
            [
              .link(one.title, to: BundleRoute.show(reference, one.number).path),
              .text(one.content.reveal(for: "list of bundles").court),
              .text(London.day(one.madeAt).words),
              .html {
                if let at = one.finishedAt {
                  StateMark(.good, "Finished \(London.day(at).words)")
                } else {
                  StateMark(.none, "Draft")
                }
              },
            ]
          })
      }
    }
    Sheet("Begin a bundle", mark: .river) {
      PostForm(to: BundleRoute.list(reference).path, csrf: model.csrf) {
        BundleDetails(people: model.people, state: model.state)
        if !model.bundles.isEmpty {
          SelectField(
            "like", label: "Begin with the papers of another",
            choices: model.bundles.map { Choice(String($0.number), $0.title) }, empty: "No other",
            in: model.state)
        }
        SubmitButton("Begin it")
      }
    }
  }
}

/// The way from a case to its bundles.
struct BundlesSheet: HTML {
  let reference: Reference

  var body: some HTML {
    Sheet("Bundles for a court", id: "bundles") {
      p(.class("quiet")) {
        "Papers of the case for a hearing, with numbered pages and an index, others struck out."
      }
      p { LinkButton("Bundles for a court", to: BundleRoute.list(reference).path) }
    }
  }
}

/// Which court a bundle is for, and who is named in it.
struct BundleDetails: HTML {
  let people: [CasePerson]
  let state: FormState

  var body: some HTML {
    TextField("court", label: "Court", hint: "Such as the County Court at Thornmere.", in: state)
    TextField("claim", label: "Number of the claim (optional)", in: state)
    TextArea(
      "parties", label: "Parties (optional)",
      hint: "As the court names them, one a line: the claimant first.", in: state, rows: 3)
    if !people.isEmpty {
      CheckboxField(
        "named", legend: "Who is named?",
        choices: people.map { one in
          Choice(
            one.id.description, one.content.reveal(for: "choosing who is named").name,
            hint: one.part.title)
        },
        hint: "Everybody else is struck out wherever a name, number or address of theirs is found. "
          + "Name nobody who asked not to be known.", in: state)
    }
  }

  /// Those complained of are named, nobody else.
  static func beginning(_ people: [CasePerson]) -> Fields {
    Fields(people.filter { $0.part == .subject }.map { ("named", $0.id.description) })
  }

  static func values(_ bundle: CourtBundle) -> Fields {
    let content = bundle.content.reveal(for: "the form of a bundle")
    return Fields(
      [("court", content.court), ("claim", content.claim), ("parties", content.parties)]
        + content.named.map { ("named", String($0)) })
  }
}
