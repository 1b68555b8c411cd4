internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// The places and vehicles of a case, for its page.
struct WhereModel {
  let places: [CasePlace]
  let vehicles: [CaseVehicle]
  /// What a place that was typed and refused may mean.
  let found: [KnownPlace]

  init(_ file: CaseFile, _ typed: Fields?, _ services: Services, _ read: Read) throws {
    places = try CasePlaces(keyring: services.keyring).places(of: file.id, read)
    vehicles = try VehicleStore(keyring: services.keyring).vehicles(of: file.id, read)
    found = try typed.map { try WhereActs.found($0, services, read) } ?? []
  }
}
