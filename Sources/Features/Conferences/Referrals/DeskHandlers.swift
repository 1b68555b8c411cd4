internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Shows one conference, and looks names up in it.
struct DeskHandlers {
  let desk: Desk

  func show(_ key: String, _ filter: CaseFilter) throws -> Response {
    try desk.visit.read { read in
      let sitting = try desk.sitting(key, .see, read)
      desk.shows("read", sitting.kind)
      return try page(sitting, filter, FormState(), found: nil, read)
    }
  }

  /// Looks a name up; that somebody looked, and what was found, is recorded, the name is not.
  func find(_ key: String) throws -> Response {
    let fields = desk.visit.request.form
    return try desk.visit.read { read in
      let sitting = try desk.sitting(key, .see, read)
      let name = Sensitive(fields["wanted"] ?? "")
      guard !NameTokens.words(name).isEmpty else {
        let refusal = Refusal("wanted", "Enter a name of two letters or more")
        return try page(
          sitting, CaseFilter(), FormState(values: fields, refusal: refusal), found: nil, read)
      }
      let found = try desk.referrals.named(
        name, in: key, sight: CaseSight(sitting, on: desk.today), read)
      desk.shows(
        "looked-up", sitting.kind,
        ["found": found.map(\.reference.description).joined(separator: " ")])
      return try page(sitting, CaseFilter(), FormState(values: fields), found: found, read)
    }
  }

  private func page(
    _ sitting: Sitting, _ filter: CaseFilter, _ state: FormState, found: [Referral]?, _ read: Read
  ) throws -> Response {
    let (kind, leads) = (sitting.kind, sitting.may(.prepare))
    let (cases, hasMore) = try desk.referrals.page(
      filter, of: kind.key, sight: CaseSight(sitting, on: desk.today), read)
    let model = DeskModel(
      sitting: sitting, filter: filter, cases: cases, hasMore: hasMore, found: found,
      toAnswer: try desk.research.open(
        in: kind.key, of: leads ? nil : sitting.organisation, read),
      toDo: try leads
        ? desk.actions.unfinished(of: kind.key, read)
        : desk.actions.unowned(of: sitting.organisation, in: kind.key, read),
      meetings: try desk.meetings.latest(of: kind.key, read), names: try desk.names(read),
      today: desk.today, state: state, csrf: desk.visit.frame.csrf)
    return desk.page(kind.title, crumbs: [Desk.crumb], state) { DeskPage(model: model) }
  }
}
