internal import Access
internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// Says who sits in a conference.
struct MemberHandlers {
  let desk: Desk

  func show(_ key: String) throws -> Response {
    try desk.visit.read { read in
      try page(try desk.sitting(key, .see, read), FormState(), read)
    }
  }

  func change(_ key: String) throws -> Response? {
    let fields = desk.visit.request.form
    return try desk.visit.write { write in
      let sitting = try desk.sitting(key, .seat, write)
      do {
        let said: String
        switch fields["act"] {
        case "seat": said = try give(fields, sitting, write)
        case "end": said = try end(fields, sitting, write)
        case "mailbox": said = try name(fields, sitting, write)
        default: return nil
        }
        return desk.visit.redirect(to: ConferencesRoute.members(key).path, saying: said)
      } catch let refusal as Refusal {
        return try page(sitting, FormState(values: fields, refusal: refusal), write)
      }
    }
  }

  private func give(_ fields: Fields, _ sitting: Sitting, _ write: Write) throws -> String {
    var form = FormReader(fields)
    let id: ID<Account>? = form.value("account", or: "Choose who")
    let seat: Seat? = form.choice("seat", or: "Choose the seat")
    try form.finish()
    guard let id, let seat, let person = try desk.services.people.person(id, write) else {
      throw Refusal("account", "Choose who")
    }
    if id == sitting.account {
      throw Refusal("account", "Ask another coordinator to change your seat")
    }
    try Seating(services: desk.services).seat(
      person, as: seat, in: sitting.kind, by: sitting.account, at: desk.visit.now, write: write)
    return "The seat is given"
  }

  private func end(_ fields: Fields, _ sitting: Sitting, _ write: Write) throws -> String {
    guard let id = ID<Account>(fields["account"] ?? ""), id != sitting.account else {
      throw Refusal("account", "Choose somebody else who sits here")
    }
    guard
      try Seating(services: desk.services).end(
        id, in: sitting.kind, by: sitting.account, at: desk.visit.now, write: write)
    else { throw Refusal("account", "They no longer sit here") }
    return "The seat is taken away"
  }

  private func name(_ fields: Fields, _ sitting: Sitting, _ write: Write) throws -> String {
    let form = try MailboxForm(fields, bodies: try desk.bodies(sitting.kind, write))
    try Seating(services: desk.services).name(
      form, in: sitting.kind, by: sitting.account, at: desk.visit.now, write: write)
    return form.address == nil ? "The mailbox is taken away" : "The mailbox is named"
  }

  private func page(_ sitting: Sitting, _ state: FormState, _ read: Read) throws -> Response {
    let members = try MemberStore.members(of: sitting.kind.key, read)
    let agencies = Dictionary(
      try desk.services.people.agencies(read).map { ($0.id, $0.kind) }, uniquingKeysWith: { $1 })
    let people = try desk.services.people.people(sitting.kind.rules.roles, read).filter {
      sitting.kind.refusal(of: $0, agencies[$0.organisation]) == nil
    }
    let model = MembersModel(
      sitting: sitting, members: members, people: sitting.may(.seat) ? people : [],
      mailboxes: try sitting.may(.seat)
        ? MailboxStore(desk.services).all(of: sitting.kind.key, read) : [],
      bodies: try desk.bodies(sitting.kind, read),
      names: try desk.names(of: members.map(\.account), read), state: state,
      csrf: desk.visit.frame.csrf)
    return desk.page("Who sits here", crumbs: desk.crumbs(sitting.kind), state) {
      MembersPage(model: model)
    }
  }
}

/// Gives seats and takes them away, by page and by command.
struct Seating {
  let services: Services

  func seat(
    _ person: Person, as seat: Seat, in kind: ConferenceKind, by giver: ID<Account>?,
    at now: Instant, write: Write
  ) throws {
    let agency = try services.people.agencies(write).first { $0.id == person.organisation }
    if let refusal = kind.refusal(of: person, agency?.kind) { throw Refusal("account", refusal) }
    try MemberStore.seat(
      person.id, of: person.organisation, as: seat, in: kind.key, by: giver, on: London.day(now),
      write: write)
    try record("seated", person.id, kind, ["seat": seat.rawValue], giver, now, write)
  }

  func end(
    _ account: ID<Account>, in kind: ConferenceKind, by giver: ID<Account>?, at now: Instant,
    write: Write
  ) throws -> Bool {
    guard try MemberStore.end(account, in: kind.key, on: London.day(now), write: write) else {
      return false
    }
    try record("unseated", account, kind, [:], giver, now, write)
    return true
  }

  /// Names the mailbox of an organisation; the trail has whose, and not which.
  func name(
    _ form: MailboxForm, in kind: ConferenceKind, by giver: ID<Account>?, at now: Instant,
    write: Write
  ) throws {
    try MailboxStore(services).set(
      form.address, of: form.organisation, in: kind.key, by: giver, at: now, in: write)
    try services.audit.record(
      AuditEvent(
        actor: giver, action: "conferences.mailbox-named", subject: kind.subject,
        detail: [
          "organisation": form.organisation.description,
          "named": form.address == nil ? "no" : "yes",
        ], at: now), in: write)
  }

  private func record(
    _ action: String, _ account: ID<Account>, _ kind: ConferenceKind, _ detail: [String: String],
    _ giver: ID<Account>?, _ now: Instant, _ write: Write
  ) throws {
    try services.audit.record(
      AuditEvent(
        actor: giver, action: "conferences.\(action)", subject: kind.subject,
        detail: detail.merging(["account": account.description]) { $1 }, at: now), in: write)
  }
}
