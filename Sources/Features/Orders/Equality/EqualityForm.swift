internal import Database
internal import Design
internal import HTTP
internal import Kernel
internal import Markup
internal import Partnership

/// What is known of a subject, as a form says it; all of it may be left empty.
struct EqualityForm {
  let facts: EqualityFacts

  init(_ fields: Fields, wards: [String]) throws(Refusal) {
    var form = FormReader(fields)
    var facts = EqualityFacts()
    facts.sex = Self.choice("sex", fields, &form)
    facts.sexSource = Self.choice("sex-source", fields, &form)
    facts.ethnicity = Self.choice("ethnicity", fields, &form)
    facts.ethnicitySource = Self.choice("ethnicity-source", fields, &form)
    if facts.sex != nil, facts.sexSource == nil {
      form.refuse("sex-source", Self.noSource)
    }
    if facts.ethnicity != nil, facts.ethnicitySource == nil {
      form.refuse("ethnicity-source", Self.noSource)
    }
    if facts.sex == nil { facts.sexSource = nil }
    if facts.ethnicity == nil { facts.ethnicitySource = nil }
    facts.ward = fields["ward"] ?? ""
    if !facts.ward.isEmpty, !wards.contains(facts.ward) {
      form.refuse("ward", "Choose a ward of the list, or leave it empty")
    }
    try form.finish()
    self.facts = facts
  }

  /// The facts a larger form says of a subject; what is refused is refused there.
  static func facts(
    of power: Power, _ fields: Fields, wards: [String], _ form: inout FormReader
  ) -> EqualityFacts {
    guard Power.personal.contains(power) else { return EqualityFacts() }
    do throws(Refusal) { return try EqualityForm(fields, wards: wards).facts } catch {
      for entry in error.entries { form.refuse(entry.field, entry.message) }
      return EqualityFacts()
    }
  }

  static let noSource = "Say whether they said so, or an officer perceived it so"

  private static func choice<Value: RawRepresentable<String>>(
    _ name: String, _ fields: Fields, _ form: inout FormReader
  ) -> Value? {
    let typed = fields[name] ?? ""
    let value = Value(rawValue: typed)
    if !typed.isEmpty, value == nil {
      form.refuse(name, "Choose one of the list, or leave it empty")
    }
    return value
  }

  /// What the form shows of facts there are.
  static func values(_ facts: EqualityFacts?) -> Fields {
    Fields([
      ("sex", facts?.sex?.rawValue ?? ""), ("sex-source", facts?.sexSource?.rawValue ?? ""),
      ("ethnicity", facts?.ethnicity?.rawValue ?? ""),
      ("ethnicity-source", facts?.ethnicitySource?.rawValue ?? ""), ("ward", facts?.ward ?? ""),
    ])
  }
}

/// The wards a subject may live in.
enum WardChoices {
  static func all(_ areas: AreaDirectory, _ read: Read) throws -> [Choice] {
    try names(areas, read).map { Choice($0.code, $0.name) }
      + [Choice(EqualityFacts.outside, "Outside the partnership's area")]
  }

  static func names(
    _ areas: AreaDirectory, _ read: Read
  ) throws -> [(code: String, name: String)] {
    guard let edition = try areas.latest(.ward, read) else { return [] }
    return try areas.areas(.ward, edition.year, read).map { ($0.code, $0.name) }
      .sorted { ($0.name, $0.code) < ($1.name, $1.code) }
  }
}

/// The fields of what is known of a subject.
struct EqualityFields: HTML {
  let wards: [Choice]
  let state: FormState
  private static let names = ["sex", "sex-source", "ethnicity", "ethnicity-source", "ward"]

  var body: some HTML {
    Disclosure("For the equality analysis (optional)", isOpen: isOpen) { fields }
  }

  @HTMLBuilder var fields: some HTML {
    p(.class("small quiet")) {
      "Ask them, and leave empty what they do not say. It is sealed by itself, shown in figures alone, and "
      "changes nothing about the order."
    }
    SelectField(
      "sex", label: "Sex",
      choices: EqualityFacts.Sex.allCases.map { Choice($0.rawValue, $0.title) },
      empty: "Not recorded", in: state)
    source("sex-source", "How is their sex known?")
    SelectField(
      "ethnicity", label: "Ethnic group",
      choices: EqualityFacts.EthnicGroup.allCases.map { Choice($0.rawValue, $0.title) },
      empty: "Not recorded", in: state)
    source("ethnicity-source", "How is their ethnic group known?")
    SelectField(
      "ward", label: "Ward they live in", choices: wards, empty: "Not recorded", in: state)
  }

  private func source(_ name: String, _ label: String) -> some HTML {
    SelectField(
      name, label: label,
      choices: EqualityFacts.Source.allCases.map { Choice($0.rawValue, $0.title) },
      empty: "Not recorded", in: state)
  }

  private var isOpen: Bool {
    Self.names.contains { name in
      state.refusal?.message(for: name) != nil || state.values[name].map { !$0.isEmpty } ?? false
    }
  }
}

/// The form on the page of an order, for what becomes known later.
struct EqualitySheet: HTML {
  let model: OrderModel

  var body: some HTML {
    Sheet {
      Disclosure("For the equality analysis", isOpen: model.factsState != nil) {
        if let reference = Reference(model.order.reference) {
          PostForm(to: OrdersRoute.facts(reference).path, csrf: model.csrf) {
            input(.type(.hidden), .name("version"), .value(String(model.order.version)))
            EqualityFields(
              wards: model.wards,
              state: model.factsState ?? FormState(values: EqualityForm.values(model.facts))
            ).fields
            SubmitButton("Keep what is known", style: .line)
          }
        }
      }
    }
  }
}
