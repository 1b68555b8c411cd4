/// The numbers of everything a row names, as one run knows them.
struct Codes {
  let fingerprint: Fingerprint
  var places: PlaceCodes
  var categories: WordCodes
  var outcomes: WordCodes
  var forces: WordCodes
  var numbers: NumberBlocks
}
