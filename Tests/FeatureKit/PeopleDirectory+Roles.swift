public import Access
import Kernel
public import Partnership

extension Actor {
  /// The one person of a role: the number of the account is that of the role, from 1; partners are of
  /// the second organisation, everybody else of the first.
  public static func one(of role: Role) -> Actor {
    let place = Int64((Role.all.firstIndex(of: role) ?? 0) + 1)
    return Actor(account: ID(place), organisation: ID(role == .partner ? 2 : 1), role: role)
  }
}

extension PeopleDirectory {
  /// One person of each role, who signs in as `officer@thornmere.example`; every account has a name.
  public static func oneOfEachRole(_ agencies: [Agency]) -> PeopleDirectory {
    PeopleDirectory(
      person: { id, _ in
        Person(
          id: id, name: Sensitive("Person \(id)"), organisation: ID(1), role: .officer,
          isActive: true)
      },
      people: { roles, _ in Role.all.filter(roles.contains).map(one) },
      agencies: { _ in agencies }, holders: { _, _, _ in [] }, subjects: { _, _, _ in [] },
      assign: { _, _ in }, release: { _, _ in },
      signingIn: { address, _ in
        Role.all.first { address == "\($0.rawValue)@thornmere.example" }.map(one)
      })
  }

  private static func one(of role: Role) -> Person {
    let actor = Actor.one(of: role)
    return Person(
      id: actor.account, name: Sensitive("Person \(actor.account)"),
      organisation: actor.organisation, role: role, isActive: true)
  }
}
