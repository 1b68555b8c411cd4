internal import HTTP
internal import Kernel
internal import Partnership

/// A vehicle as it is added to a case.
struct CaseVehicleForm {
  let token: ContactToken
  let words: String

  init(_ fields: Fields) throws(Refusal) {
    var form = FormReader(fields)
    let token = ContactToken.vehicle(fields["mark"] ?? "")
    if token == nil {
      form.refuse(
        "mark", "Enter the registration mark: 2 to 8 letters and figures, such as AB12 CDE")
    }
    words = form.optionalText("vehicle-words", limit: 300) ?? ""
    try form.finish()
    guard let token else { throw Refusal("mark", "Fill in the form again") }
    self.token = token
  }
}

/// A place as it is added to a case: typed, and chosen where several are called so.
struct CasePlaceForm {
  /// The most places that are offered for what was typed.
  static let most = 8

  let place: KnownPlace
  let words: String

  /// `found` are the places that what was typed may mean.
  init(_ fields: Fields, _ found: [KnownPlace]) throws(Refusal) {
    var form = FormReader(fields)
    let typed = form.text("place", or: "Enter a street or a postcode", limit: 120)
    words = form.optionalText("place-words", limit: 300) ?? ""
    let chosen =
      found.first { $0.key == fields["place-key"] } ?? (found.count == 1 ? found[0] : nil)
    if !typed.isEmpty, chosen == nil {
      if found.isEmpty {
        form.refuse("place", "No street or postcode is called that. Check it")
      } else {
        form.refuse("place-key", "Choose which of these it is")
      }
    }
    try form.finish()
    guard let chosen else { throw Refusal("place", "Enter a street or a postcode") }
    place = chosen
  }
}
