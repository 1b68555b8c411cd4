internal import Access
internal import Database
internal import Design
internal import Kernel
internal import Partnership

/// Reads what the page of a meeting shows to somebody.
struct MeetingReader {
  let desk: any Clerk
  /// The token of the page's forms; empty where there is no page.
  var csrf = ""

  func model(
    _ sitting: Sitting, _ meeting: Meeting, item asked: Int64?, _ read: Read
  ) throws -> MeetingModel {
    let kind = sitting.kind
    let hasSigned = try desk.attendance.hasSigned(sitting.account, meeting.id, read)
    let seesAll = try self.seesAll(sitting, meeting, hasSigned: hasSigned)
    let agenda = try agenda(sitting, meeting, seesAll: seesAll, read)
    let present = agenda.present(asked.map { ID($0) })
    let attendance = try desk.attendance.all(of: meeting.id, read)
    let members = try MemberStore.members(of: kind.key, read)
    let unfinished =
      seesAll ? try desk.actions.unfinished(of: kind.key, before: meeting, read) : []
    let bodies = try desk.bodies(kind, read)
    let people = try desk.services.people.people(ConferencePolicy.sitting, read)
    return MeetingModel(
      sitting: sitting, meeting: meeting, agenda: agenda, seesAll: seesAll, hasSigned: hasSigned,
      present: present,
      research: try seesAll
        ? present.map { try desk.research.all(of: $0.referral.id, read) } ?? [] : [],
      unfinished: unfinished,
      decided: seesAll ? try desk.actions.decided(at: meeting.id, read) : [],
      attendance: attendance, members: members,
      flags: try seesAll && kind.rules.flagMonths > 0
        ? FlagStore(sealing: desk.referrals.sealing).ending(in: kind.key, by: meeting.day, read)
        : [],
      bodies: bodies,
      people: people.filter { person in bodies.contains { $0.id == person.organisation } },
      cases: try references(unfinished, read),
      names: try desk.names(
        of: members.map(\.account) + attendance.map(\.account)
          + [present?.item.changedBy, meeting.otherBy], read),
      now: desk.now, csrf: csrf)
  }

  /// Those who lead it read all of it; others once it has begun and they have signed, until the
  /// minutes are closed.
  func seesAll(_ sitting: Sitting, _ meeting: Meeting, hasSigned: Bool) throws -> Bool {
    if sitting.may(.prepare) { return true }
    return meeting.begunAt != nil && hasSigned
      && desk.today <= meeting.minutesEnd(sitting.kind.rules)
  }

  private func agenda(
    _ sitting: Sitting, _ meeting: Meeting, seesAll: Bool, _ read: Read
  ) throws -> Agenda {
    let sight = CaseSight(sitting, on: desk.today)
    let entries = try desk.agenda.items(of: meeting.id, read).filter {
      try seesAll || desk.referrals.isSeen($0.referral, by: sight, read)
    }
    return Agenda(meeting.agenda, entries)
  }

  private func references(
    _ actions: [ConferenceAction], _ read: Read
  ) throws -> [ID<Referral>: Reference] {
    let ids = Set(actions.compactMap(\.referral)).map(\.rawValue)
    guard !ids.isEmpty else { return [:] }
    let rows: [(ID<Referral>, Reference)] = try read.all(
      "SELECT id, reference FROM conference_case WHERE id IN (\(list: ids))"
    ) { row in (try row.id(), try row.parsed()) }
    return Dictionary(rows, uniquingKeysWith: { $1 })
  }
}
