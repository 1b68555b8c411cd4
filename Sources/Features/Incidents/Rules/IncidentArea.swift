/// Which incidents are the partnership's: those of some forces, and of some LSOAs where it names any.
struct IncidentArea: Equatable, Sendable {
  /// The forces, as the source spells them.
  var forces: [String]
  /// LSOA codes such as `E01004289`, or what LSOA names begin with, such as `Tower Hamlets`; all of
  /// the forces' incidents where there are none.
  var lsoas: [String]

  /// Whether an LSOA lies in the area.
  func includes(code: String, name: String) -> Bool {
    lsoas.isEmpty || lsoas.contains { $0 == code || name == $0 || name.hasPrefix($0 + " ") }
  }

  /// The area in words, such as “Metropolitan Police Service: Tower Hamlets”.
  var words: String {
    forces.joined(separator: ", ")
      + (lsoas.isEmpty ? "" : ": \(lsoas.joined(separator: ", "))")
  }
}
