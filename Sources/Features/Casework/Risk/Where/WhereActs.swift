internal import Database
internal import HTTP
internal import Kernel
internal import Partnership

/// Adds places and vehicles to a case and takes vehicles off, as its forms ask.
struct WhereActs {
  let visit: StaffVisit
  let file: CaseFile

  private var vehicles: VehicleStore { VehicleStore(keyring: visit.services.keyring) }
  private var form: Fields { visit.request.form }

  /// Adds a vehicle; what the story of the case says of it.
  func addVehicle(in write: Write) throws -> String {
    let new = try CaseVehicleForm(form)
    let others = try vehicles.cases(of: new.token, write)
    guard !others.contains(where: { $0.id == file.id }) else {
      throw Refusal("mark", "The case has this vehicle already")
    }
    try vehicles.add(new.token, new.words, to: file.id, at: visit.now, in: write)
    let mark = new.token.text.reveal(for: "story of the case")
    return new.words.isEmpty ? mark : "\(mark): \(new.words)"
  }

  /// Takes a vehicle off that was added by mistake; its mark.
  func removeVehicle(in write: Write) throws -> String {
    guard let id = ID<CaseVehicle>(form["vehicle"] ?? ""),
      let mark = try vehicles.remove(id, from: file.id, in: write)
    else { throw Refusal("where", "This vehicle is not on the case any more") }
    return mark
  }

  /// Adds a place; what the story of the case says of it.
  func addPlace(in write: Write) throws -> String {
    let found = try Self.found(form, visit.services, write)
    let new = try CasePlaceForm(form, found)
    let places = CasePlaces(keyring: visit.services.keyring)
    guard try places.add(new.place, new.words, to: file.id, at: visit.now, in: write) else {
      throw Refusal("place", "The case has this place already")
    }
    return new.words.isEmpty ? new.place.words : "\(new.place.words): \(new.words)"
  }

  /// The places that what was typed may mean.
  static func found(_ form: Fields, _ services: Services, _ read: Read) throws -> [KnownPlace] {
    let typed = form["place"] ?? ""
    guard typed.contains(where: { !$0.isWhitespace }), typed.count <= 120 else { return [] }
    return try services.places.find(typed, CasePlaceForm.most, read)
  }
}
