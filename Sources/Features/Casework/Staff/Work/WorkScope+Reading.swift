internal import Access
internal import Database
internal import Kernel
internal import Partnership

extension WorkScope {
  /// What somebody asks for, with whom they cover and who is in their organisation.
  init(
    _ whose: Whose, of actor: Actor, at now: Instant, _ people: PeopleDirectory, _ read: Read
  ) throws {
    switch whose {
    case .all: self = .everybody
    case .mine:
      let covered = try CoverStore.covered(by: actor.account, on: London.day(now), read)
      self = .owned(by: [actor.account] + covered)
    case .covered:
      self = .owned(by: try CoverStore.covered(by: actor.account, on: London.day(now), read))
    case .team:
      let team = try people.people(CasePolicy.roles(.work), read).filter {
        $0.organisation == actor.organisation
      }
      let most = WorkScope.mostOwners
      self = .owned(by: team.prefix(most).map(\.id), leftOut: max(0, team.count - most))
    case .watched: self = .watched(by: actor.account)
    }
  }
}
