internal import Access
internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// One order: what it says, the law it was made under, and what was done with it since.
struct OrderPage: HTML {
  let model: OrderModel
  private var order: Order { model.order }
  private var content: OrderContent { order.content.reveal(for: "page of an order") }

  var body: some HTML {
    let standing = order.standing(at: model.now)
    let place = model.places.map(of: order)
    PageHead(order.power.title, kicker: order.reference)
    if model.isConflict { Conflict(model: model) }
    Facts([
      Fact("State") { StateMark(standing.mark, standing.title) },
      Fact("From", order.term.startWords), Fact("To", order.term.endWords),
      Fact("Issued by", order.organisationName),
    ])
    Sheet("What it says", mark: .river) {
      SummaryList(rows)
      if let reference = Reference(order.reference), !model.formats.isEmpty {
        p(.class("row no-print")) {
          for format in model.formats {
            LinkButton(
              format == .docx ? "Save the notice for Word (DOCX)" : "Save the notice as PDF",
              to: NoticeRoute.file(reference, format).path)
          }
        }
      }
    }
    CasesNamed(model: model)
    if place.isDrawn { Sheet { place } }
    if !order.power.tests.isEmpty { TestsMet(power: order.power, met: content.tests) }
    LawKept(rules: order.rules)
    if order.power.canBeBreached { BreachSheet(model: model) }
    if model.mayIssue { Acts(model: model, standing: standing) }
    if model.mayIssue, Power.personal.contains(order.power) { EqualitySheet(model: model) }
    Sheet("What was done since") {
      if model.changes.isEmpty { p { "Nothing yet." } }
      Timeline(
        model.changes.map { change in
          TimelineEntry(
            change.act.title, .done,
            meta: "\(model.name(change.account)), \(London.words(change.madeAt))",
            text: change.account(of: "page of an order"))
        }, style: .tight)
    }
  }

  private var rows: [(key: String, value: String, change: String?)] {
    let content = content
    let born = Day(content.born)
    let all: [(String, String?)] = [
      (order.power.nameTitle, content.name),
      ("Date of birth", born.map { "\($0.words), \($0.years(to: order.term.starts)) at the time" }),
      ("Place", order.placeName), ("What it forbids", content.prohibitions),
      ("What it requires", content.requirements), ("What it rests on", content.evidence),
      ("Signed or authorised by", content.authoriser?.title),
      ("Served", order.servedAt.map(London.words)),
      ("Appeal or challenge until", order.appealWords),
      ("Hearing", order.hearingAt.map(London.words)),
      (
        "Support",
        content.support.map { [$0.title, content.supportReason].joined(separator: ". ") }
      ),
      ("Treatment", order.marks.requiresTreatment ? "It requires them to engage in it" : nil),
      ("Drugs", order.marks.isAboutDrugs ? "The premises are used for drugs" : nil),
      ("What came of it", order.justice?.title),
      ("Expression and assembly", content.rights), ("Consulted", content.consultees),
      ("Authorised", authorisation), (Removal.question, content.removal?.title),
      ("Advice named", content.advice),
      ("Court", content.court), ("Legal lead", content.legalLead),
      ("Follows the warning", order.warning),
      ("Written down by", "\(model.name(order.madeBy)), \(London.words(order.madeAt))"),
    ]
    return all.compactMap { key, value in
      value.flatMap { $0.isEmpty ? nil : (key: key, value: $0, change: nil) }
    }
  }

  /// From when to when dispersal powers were authorised.
  private var authorisation: String? {
    guard let from = content.authorisedFrom.flatMap({ Instant($0) }),
      let to = content.authorisedTo.flatMap({ Instant($0) })
    else { return nil }
    return "From \(London.words(from)) to \(London.words(to))"
  }
}

extension OrderChange {
  /// What was written, with the rules it was held against.
  fileprivate func account(of purpose: StaticString) -> String {
    let said = words.reveal(for: purpose)
    guard !rules.isEmpty else { return said }
    let held = rules.map { "\($0.rule.words) (\($0.citation))" }.joined(separator: "; ")
    return "\(said). Held against: \(held)"
  }
}

private struct TestsMet: HTML {
  let power: Power
  let met: [String]

  var body: some HTML {
    Sheet("The test in law") {
      ul {
        for test in power.tests(met: met) {
          li { "\(test.words) (\(test.section))" }
        }
      }
    }
  }
}

/// The rules as they stood; later ones change nothing here.
private struct LawKept: HTML {
  let rules: [LawFinding]

  var body: some HTML {
    Sheet("The rules it was made under") {
      DataTable(
        caption: "The rules it was made under", hidesCaption: true,
        columns: [.text("Limit"), .text("Value"), .text("Section"), .text("Source")],
        rows: rules.map {
          [
            .text($0.rule.limit.title), .text($0.length), .text($0.rule.section),
            .text($0.source),
          ]
        }, empty: "It was written down before rules were kept.")
    }
  }
}

private struct Conflict: HTML {
  let model: OrderModel

  var body: some HTML {
    let latest = model.changes.first
    Notice(.bad) {
      p {
        strong {
          "Not saved: \(model.name(latest?.account)) changed this order while you had it open."
        }
        " What you typed is still in the form below. Compare it with what was done since, and send "
        "it again if it still holds."
      }
      if let latest {
        p { "Theirs: \(latest.act.title.lowercased()). \(latest.words.reveal(for: "conflict"))" }
      }
    }
  }
}
