internal import Design
internal import HTTP
internal import Kernel

/// The form that proposes a vehicle.
struct VehicleForm {
  let vehicle: NewVehicle

  static let purposeLimit = 500

  init(_ fields: Fields, today: Day) throws(Refusal) {
    var form = FormReader(fields)
    let plate = NumberPlate(fields["plate"] ?? "")
    if plate == nil { form.refuse("plate", NumberPlate.words) }
    let purpose = form.text(
      "purpose", or: "Enter why the vehicle is looked for", limit: Self.purposeLimit)
    let source: SourceGrading.Source? = form.choice("source", or: "Choose the grade of the source")
    let assessment: SourceGrading.Assessment? = form.choice(
      "assessment", or: "Choose the grade of the intelligence")
    let handling: SourceGrading.Handling? = form.choice(
      "handling", or: "Choose how it may be shared")
    let conditions = form.optionalText("conditions", limit: Self.purposeLimit) ?? ""
    if handling == .conditional, conditions.isEmpty {
      form.refuse("conditions", "Enter the conditions under which it may be shared")
    }
    var expires: Day?
    do throws(Refusal) { expires = try DateInput.day("expires", "Last day", in: fields) } catch {
      for entry in error.entries { form.refuse(entry.field, entry.message) }
    }
    if let expires, expires <= today { form.refuse("expires-day", "Choose a day after today") }
    if let expires, expires > today.adding(days: VehicleEntry.longestDays) {
      form.refuse(
        "expires-day",
        "Choose a day within \(VehicleEntry.longestDays) days; it can be put on again")
    }
    try form.finish()
    guard let plate, let source, let assessment, let handling, let expires else {
      throw Refusal("", "Fill in the form again")
    }
    vehicle = NewVehicle(
      plate: plate, purpose: Sensitive(purpose),
      grading: SourceGrading(source: source, assessment: assessment, handling: handling),
      conditions: Sensitive(conditions), expires: expires)
  }
}
