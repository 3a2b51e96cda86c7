"""Words of tables in other languages than English, folded, as the English ones that everything else reads.

German, French, Spanish, Italian, Portuguese, Dutch, the Nordic languages and Polish, as far as a word has one meaning
in all of them (listopad is October to Croats and November to Czechs). A word that is not here is refused where it
stands, never taken for one that begins alike.
"""

from __future__ import annotations

import re

from harness.names import fold

_SEXES = {
    "men": "herren manner mann mannlich hommes homme masculin messieurs hombres hombre masculino uomini maschile"
    " maschi homens heren mannen menn herrar man miehet mezczyzni boys boy gutter jungen",
    "women": "damen frauen frau weiblich femmes femme feminin dames mujeres mujer femenino donne femminile femmine"
    " mulheres feminino vrouwen kvinner damer kvinnor naiset kobiety girls girl jenter madchen",
    "mixed": "gemischt mixte mixto misto gemengd blandet",
}
_MONTHS = (
    "jan january januar janvier janv enero gennaio janeiro januari tammikuu stycznia styczen",
    "feb february februar fevrier fevr febrero febbraio fevereiro februari helmikuu lutego luty",
    "mar march marz mars marzo marco maart maaliskuu marca marzec",
    "apr april avril avr abril aprile huhtikuu kwietnia kwiecien",
    "may mai mayo maggio maio mei maj toukokuu maja",
    "jun june juni juin junio giugno junho kesakuu czerwca czerwiec",
    "jul july juli juillet juil julio luglio julho heinakuu lipca lipiec",
    "aug august aout agosto augustus augusti elokuu sierpnia sierpien",
    "sep sept september septembre septiembre settembre setembro syyskuu wrzesnia wrzesien",
    "oct october okt oktober octobre octubre ottobre outubro lokakuu pazdziernika pazdziernik",
    "nov november novembre noviembre novembro marraskuu",
    "dec december dez dezember decembre diciembre dicembre dezembro desember joulukuu grudnia grudzien",
)  # fmt: skip
_ROUNDS = {
    "final": "finale endlauf zeitendlauf finaali finalen finalissima",
    "semifinal": "halbfinale semifinale semifinali semifinales demifinale demifinales halvefinale semifinaali"
    " semifinalen",
    "quarterfinal": "quarterfinale viertelfinale quartdefinale quartsdefinale cuartosdefinal kwartfinale"
    " quartidifinale kvartsfinal kvartfinale",
    "heat": "vorlauf vorlaufe eliminatoria eliminatorias eliminatoire eliminatoires batteria batterie voorronde forsok"
    " alkuera eliminacje",
    "repechage": "hoffnungslauf repesca",
}
_STATUSES = {
    "DNF": "aufgegeben;aufg;ritirato;ritirata;abandono;retirado;retirada;keskeytti;brutt;opgegeven;brot",
    "DNS": "nicht angetreten;nicht am start;abgemeldet;non partant;non partante;forfait;non partito;non partita",
    "DQ": "disqualifiziert;disqualifie;disqualifiee;squalificato;squalificata;descalificado;descalificada"
    ";desclassificado;desclassificada;gediskwalificeerd;diskvalifisert;diskvalificeret;diskvalificerad;hylatty",
    "NM": "ogv;ohne gultigen versuch;ungultig;sans marque;nul;nulo;nullo",
}
# Words that are of a sex wherever they stand in the name of an event: "man" is in "two-man bobsleigh" too.
_NO_EVENT_SEXES = frozenset(
    {"man", "homme", "femme", "mann", "frau", "hombre", "mujer", "boy", "girl", "jungen", "dame"}
)
_ANSWERS = {"yes": "ja oui si sim tak kylla", "no": "nein non nao nee nei nej nie ei"}


def _meanings(words: dict[str, str]) -> dict[str, str]:
    return {word: meaning for meaning, foreign in words.items() for word in foreign.split()}


_SEX_AND_METRES = re.compile(r"([WFM])([0-9]+m[a-z]*)")
SEXES = _meanings(_SEXES)
ROUNDS = _meanings(_ROUNDS)
ANSWERS = _meanings(_ANSWERS)
STATUSES = {word: status for status, words in _STATUSES.items() for word in words.split(";")}
MONTHS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}


def english_event(text: str) -> str:
    """The name of the event with its sex in English: "1500m Herren", "W100m" and "100m F" are of men and women."""
    words = [
        SEXES.get(folded, word) if (folded := fold(word)) not in _NO_EVENT_SEXES else word for word in text.split()
    ]
    glued = _SEX_AND_METRES.fullmatch(words[0]) if words else None
    if glued is not None:
        words[0:1] = [glued[1], glued[2]]
    if any(letter.isdigit() for letter in text):
        for at in (0, -1) if len(words) > 1 else ():
            words[at] = {"W": "women", "F": "women", "M": "men"}.get(words[at], words[at])
    return " ".join(words)


def month_of(word: str) -> int:
    """The number of the month that the word is, whole or in its usual short form; 0 where it is none."""
    return MONTHS.get(fold(word), 0)
