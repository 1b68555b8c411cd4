internal import Access
internal import Design
internal import Kernel

/// What the page of the restricted list is drawn from.
struct VehiclesModel {
  let entries: [VehicleEntry]
  let names: [ID<Account>: String]
  let today: Day
  /// The answer to who asked for a vehicle; `nil` where nobody did.
  let found: VehicleSearch?
  let mayPropose: Bool
  let mayAuthorise: Bool
  let mayRemove: Bool
  let maySeeTrail: Bool
  let actor: ID<Account>
  let state: FormState
  let csrf: String
}

/// Whether a vehicle that was asked for is on the list.
struct VehicleSearch {
  let isFound: Bool
}

/// What the page of the list's trail is drawn from.
struct VehicleTrailModel {
  let entries: [AuditEntry]
  let names: [ID<Account>: String]
  let words: [String: String]
  let hasOlder: Bool
}
