internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Partnership

/// Seats the panel and issues its papers.
struct PanelActs {
  let visit: StaffVisit
  let review: CaseReview

  private var form: Fields { visit.request.form }
  private var path: String { ReportsRoute.papers(review.reference).path }
  private var shares: PanelShares { PanelShares(visit, review) }

  func carryOut(_ desk: PanelDesk, in write: Write) throws -> Response {
    switch form["act"] {
    case "seat": try seat(desk, in: write)
    case "unseat": try unseat(in: write)
    case "issue": try issue(in: write)
    default: throw CaseworkProblem.notFound
    }
  }

  private func seat(_ desk: PanelDesk, in write: Write) throws -> Response {
    var reader = FormReader(form)
    let id: ID<Account>? = reader.value("account", or: "Choose who")
    let part: PanelSeat.Part? = reader.choice("part", or: "Choose the seat")
    try reader.finish()
    let people = try visit.services.people.people(PanelSeats.sitting, write)
    guard let part, let person = people.first(where: { $0.id == id }) else {
      throw Refusal("account", "Choose somebody of the list")
    }
    try PanelSeats.seat(
      person, as: part, actsFor: reader.ticked("acts-for"), on: review, desk.linked,
      by: visit.actor.account, at: London.day(visit.now), in: write)
    try shares.give(refusingAt: "acts-for", in: write)
    try visit.record(
      "casework.review-seated", review.subject,
      ["account": person.id.description, "seat": part.rawValue], in: write)
    return visit.redirect(to: path, saying: "The seat is given")
  }

  private func unseat(in write: Write) throws -> Response {
    guard let id = ID<Account>(form["account"] ?? ""),
      try PanelSeats.end(id, on: review, in: write)
    else { throw Refusal("account", "They no longer sit on the panel") }
    try shares.endUnseated(in: write)
    try visit.record(
      "casework.review-unseated", review.subject, ["account": id.description], in: write)
    return visit.redirect(to: path, saying: "The seat is taken away")
  }

  /// Issues the papers as they stand; refused while a page that names third parties waits.
  private func issue(in write: Write) throws -> Response {
    let pages = try PanelGathering(services: visit.services, review: review).pages(write)
    let waiting = pages.count(where: \.waits)
    guard waiting == 0 else {
      let words = waiting == 1 ? "1 page waits" : "\(waiting) pages wait"
      throw Refusal("issue", "\(words): open each, and choose what the panel reads of it")
    }
    let papers = PanelPapers(pages)
    try PanelStore(keyring: visit.services.keyring).issue(
      papers, to: review.id, by: visit.actor.account, at: visit.now, in: write)
    try shares.give(in: write)
    try visit.record(
      "casework.review-papers-issued", review.subject,
      ["pages": String(papers.pages.count), "left-out": String(papers.leftOut)], in: write)
    return visit.redirect(to: path, saying: "The papers are issued to the panel")
  }
}

/// What the panel is to read of one page.
struct PanelChoiceForm {
  let choice: PanelChoice

  init(_ fields: Fields, _ source: PanelSource) throws(Refusal) {
    var form = FormReader(fields)
    let treatment: PanelChoice.Treatment? = form.choice("treatment", or: "Choose what goes in")
    let passages = (form.optionalText("passages", limit: CaseForms.limit) ?? "")
      .split(whereSeparator: \.isNewline).map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
    let text = source.text.lowercased()
    if let missing = passages.first(where: { !text.contains($0.lowercased()) }) {
      form.refuse("passages", "“\(missing)” is not on this page: enter it as it stands there")
    }
    if !passages.isEmpty, treatment == .whole {
      form.refuse("passages", "Choose to strike third parties out, or leave this empty")
    }
    try form.finish()
    guard let treatment else { throw Refusal("treatment", "Choose what goes in") }
    choice = PanelChoice(treatment: treatment, passages: passages, text: source.text)
  }
}
