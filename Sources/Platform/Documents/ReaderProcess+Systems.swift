public import Geography

extension ReaderProcess {
  /// The coordinate reference system of a name such as `EPSG:26971`, looked up in PROJ's database.
  ///
  /// Degrees of WGS 84 and the British National Grid are known without looking.
  ///
  /// - Throws: ``ReaderProblem``, among them that there is no such system.
  public func system(named name: String) throws -> ReferenceSystem {
    if let known = ReferenceSystem.known(name) { return known }
    guard name.hasPrefix("EPSG:"), Int(name.dropFirst(5)) != nil else {
      throw ReaderProblem.misplaced(.unknownReference)
    }
    var definition = ""
    try run(["system", name]) { frame in
      guard frame.kind == .definition else { throw ReaderProblem.crashed }
      definition = frame.text
    }
    return ReferenceSystem(name: name, definition: definition)
  }
}
