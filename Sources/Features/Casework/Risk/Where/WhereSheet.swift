internal import Design
internal import Kernel
internal import Markup
internal import Partnership

/// The places and vehicles of a case.
struct WhereSheet: HTML {
  let model: CaseModel

  var body: some HTML {
    Sheet("Places and vehicles", id: "where") {
      DataTable(
        caption: "Places", columns: [.text("Place"), .text("What it has to do with the case")],
        rows: model.places.places.map { place in
          [
            .text(place.name),
            .text(place.words.map { $0.reveal(for: "page of the case") } ?? "Reported there"),
          ]
        }, empty: "Its reports say where in words only.")
      DataTable(
        caption: "Vehicles",
        columns: [.text("Registration mark"), .text("About it"), .text("Other cases")],
        rows: model.places.vehicles.map(row), empty: "There are none.")
      if model.file.state != .closed {
        place
        vehicle
      }
    }
  }

  private func row(_ vehicle: CaseVehicle) -> DataTable.Row {
    let content = vehicle.content.reveal(for: "page of the case")
    return [
      .text(content.mark), .text(content.words.isEmpty ? "Nothing more" : content.words),
      .html {
        if vehicle.others.isEmpty { "None" }
        for reference in vehicle.others {
          a(.href(WorkRoute.file(reference).path)) { reference.description }
          " "
        }
        if model.file.state != .closed {
          CaseForm(model, .vehicleOff) {
            SubmitButton(
              "Take \(content.mark) off", style: .small, name: "vehicle",
              value: vehicle.id.description)
          }
        }
      },
    ]
  }

  private var place: some HTML {
    let state = model.state(of: .place)
    return Disclosure("Add a place", isOpen: model.isOpen(.place)) {
      CaseForm(model, .place) {
        TextField(
          "place", label: "Street or postcode", in: state, width: .w20, autocomplete: "off")
        if !model.places.found.isEmpty {
          SelectField(
            "place-key", label: "Which of these",
            choices: model.places.found.map { Choice($0.key, $0.words) },
            empty: "Choose a place", in: state)
        }
        TextField("place-words", label: "What it has to do with the case", in: state)
        SubmitButton("Add the place", style: .line)
      }
    }
  }

  private var vehicle: some HTML {
    let state = model.state(of: .vehicle)
    return Disclosure("Add a vehicle", isOpen: model.isOpen(.vehicle)) {
      CaseForm(model, .vehicle) {
        TextField(
          "mark", label: "Registration mark", hint: "Sealed, and found again in other cases.",
          in: state, width: .w8, autocomplete: "off")
        TextField(
          "vehicle-words", label: "About it",
          hint: "Make, colour, what it has to do with the case.",
          in: state)
        SubmitButton("Add the vehicle", style: .line)
      }
    }
  }
}
