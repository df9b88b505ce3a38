/// The word that a person may have meant.
enum NearestWord {
  /// ", did you mean 'grid'?", or nothing where no word is near.
  static func suggestion(for word: String, among words: [String]) -> String {
    let near = words.map { (word: $0, distance: distance(word, $0)) }
      .min { $0.distance < $1.distance }
    guard let near, near.distance <= max(2, word.count / 3) else { return "" }
    return ", did you mean '\(near.word)'?"
  }

  /// Levenshtein's: how many letters to insert, drop or replace.
  static func distance(_ a: String, _ b: String) -> Int {
    let (a, b) = (Array(a), Array(b))
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let replaced = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
      }
    }
    return row[b.count]
  }
}
