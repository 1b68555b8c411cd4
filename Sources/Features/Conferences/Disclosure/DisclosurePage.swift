internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// What the page of a request shows.
struct DisclosureModel {
  let kind: ConferenceKind
  let request: ApartRequest
  let decided: ApartDecision?
  let found: [DisclosedRecord]
  let names: Names
  let state: FormState
  let csrf: String
}

/// One request: whom it is about, what is kept here, and the decision.
struct DisclosurePage: HTML {
  let model: DisclosureModel

  var body: some HTML {
    Handling(note: "\(model.kind.title). Every reader is recorded.")
    PageHead("Data request", kicker: model.request.reference.description)
    Facts([
      Fact("About", model.request.name.reveal(for: "deciding about a request"), note: names),
      Fact(
        "Date of birth",
        model.request.born.reveal(for: "deciding about a request")?.words ?? "Not known"),
      Fact("To be answered by", model.request.due.words),
      Fact(
        "Law",
        model.request.isLawEnforcement
          ? "Data Protection Act 2018, section 45" : "UK GDPR, Article 15"),
    ])
    if let decided = model.decided { said(decided) }
    if model.found.isEmpty {
      Notice { p { "Nothing was found under these names. Think of other spellings." } }
    }
    for record in model.found { DisclosedSheet(record: record) }
    decision
  }

  private var names: String? {
    let others = model.request.otherNames.reveal(for: "deciding about a request")
    return others.isEmpty ? nil : "Also \(others)"
  }

  private func said(_ decided: ApartDecision) -> some HTML {
    let content = decided.content.reveal(for: "page of a decision")
    return Sheet("Decided") {
      SummaryList(
        [
          ("What", decided.outcome.title), ("Given", String(content.things.count)),
          (
            "Exemption", decided.exemption.map { "\($0.title) (\($0.section))" } ?? ""
          ), ("Why", content.reason),
          (
            "By",
            "\(model.names.person(decided.decidedBy)), \(London.words(decided.decidedAt))"
          ),
        ].filter { !$0.1.isEmpty }.map { (key: $0.0, value: $0.1, change: nil) })
    }
  }

  private var decision: some HTML {
    let state = model.state
    return Sheet(
      model.decided == nil ? "Decide" : "Decide anew", id: "decide", mark: .river
    ) {
      PostForm(
        to: ConferencesRoute.request(model.kind.key, model.request.reference).path,
        csrf: model.csrf
      ) {
        input(.type(.hidden), .name("was"), .value(model.decided?.mark ?? ""))
        RadioField(
          "outcome", legend: "What is answered?",
          choices: ApartDecision.Outcome.allCases.map {
            Choice($0.rawValue, $0.title, hint: $0.hint)
          }, in: state)
        if !model.found.isEmpty {
          CheckboxField(
            "given", legend: "What is given",
            choices: model.found.flatMap { record in
              record.record.things.map {
                Choice(record.code($0), "\(record.record.title): \(DisclosedSheet.title($0))")
              }
            }, in: state)
        }
        SelectField(
          "exemption", label: "Exemption for what is withheld",
          choices: Exemption.of(lawEnforcement: model.request.isLawEnforcement).map {
            Choice($0.rawValue, "\($0.title) (\($0.section))")
          }, empty: "Nothing is withheld", in: state)
        TextArea(
          "reason", label: "Why it is withheld", hint: "It stays here.", in: state, rows: 3)
        SubmitButton("Keep the decision")
      }
    }
  }
}

/// A record that may be about them, thing by thing.
private struct DisclosedSheet: HTML {
  let record: DisclosedRecord

  var body: some HTML {
    Sheet(record.record.title) {
      for thing in record.record.things {
        h3 { Self.title(thing) }
        SummaryList(
          Self.lines(thing).filter { !$0.1.isEmpty }.map { (key: $0.0, value: $0.1, change: nil) })
      }
    }
  }

  private static func lines(_ thing: PersonalRecord.Thing) -> [(String, String)] {
    thing.lines.map { ($0.heading, $0.words.reveal(for: "deciding about a request")) }
  }

  static func title(_ thing: PersonalRecord.Thing) -> String {
    [thing.title, thing.day?.words].compactMap(\.self).joined(separator: ", ")
  }
}
