"""Reports in the manner of newspapers, agencies, federations, clubs and blogs, each right and with an error put in.

In the right version nothing is an error or to be checked, and in the other no correction makes a right sentence wrong.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from paired_drafts import PairedDraft, checked, errors_told, wrong_corrections

INVENTED = Path(__file__).parents[2] / "benchmarks" / "sports-claims" / "facts"
DRAFTS = (
    PairedDraft("br-headline", "2024-08-07", """\
Kerr caught on the line as Hocker stuns Paris

Scot takes silver in fastest Olympic 1500m ever run; Ingebrigtsen pays for his pace and leaves without a medal

So near, and yet. Josh Kerr ran quicker than any Briton ever has over 1500m, and it was not enough. The world champion
clocked 3:27.79 at the Stade de France on Tuesday evening, taking more than a second off the British record that Mo
Farah had set in Monaco in 2013, only for Cole Hocker to slip through on the inside and beat him by
[fourteen|forty-one] hundredths.

The American, a 23-year-old from Indianapolis, won in 3:27.65, which is an Olympic record. Yared Nuguse, his
team-mate, was a hundredth behind Kerr for bronze. Jakob Ingebrigtsen, who had gone through 400m in 54.82 and 800m in
1:51.38, finished fourth.

Had Kerr run 3:27.64 he would have been Britain's first Olympic 1500m champion since Sebastian Coe in 1984.
"""),
    PairedDraft("liveblog", "2023-08-23", """\
21:10 Good evening from the National Athletics Centre, where the men's 1500m final is the last race but one. Jakob
Ingebrigtsen is the Olympic champion and the favourite; a year ago in Eugene he was beaten into second by Jake
Wightman, who is injured and not here.

21:16 They're off. Abel Kipsang to the front.

21:18 Bell! Ingebrigtsen leads, Kerr on his shoulder.

21:20 KERR WINS! Josh Kerr is world champion! He ran past Ingebrigtsen in the home straight. Unofficially
[3:29.38|3:29.83].

21:22 Ingebrigtsen second in 3:29.65, Narve Gilje Nordås third in 3:29.68. Three hundredths between the two
Norwegians!

21:25 Full result: 1 Kerr 3:29.38, 2 Ingebrigtsen 3:29.65, 3 Nordås 3:29.68, 4 Kipsang 3:29.89, 5 Nuguse 3:30.25, 6
García 3:30.26, 7 Hocker 3:30.70, 8 Cheruiyot 3:30.78.

21:31 That's two world titles in a row for Britain at this distance, after Wightman's last year.
"""),
    PairedDraft("federation", "2024-06-13", """\
Vermeulen zilver? No, silver! Belgian joy in Rome

The Belgian federation congratulates Jochem Vermeulen, who took the silver medal in the 1500 m at the European
Championships in Rome on Wednesday evening. In the Stadio Olimpico the 25-year-old ran 3'33"30. Ruben Verheyden
finished just behind the Italian Pietro Arese ([3'33"34|3'33"43]) in fourth place in 3'33"40.

The title went to Jakob Ingebrigtsen, who won in a championship record of 3'31"95. The Norwegian had already won the
5000 m on Saturday in 13'20"11, and has now won both events at three Championships in a row: Berlin 2018, Munich 2022
and Rome 2024.

Results 1500 m men, final
1. Jakob Ingebrigtsen (NOR) 3:31.95 CR
2. Jochem Vermeulen (BEL) 3:33.30
3. Pietro Arese (ITA) 3:33.34
4. Ruben Verheyden (BEL) 3:33.40
5. Adel Mechaal (ESP) 3:33.58
6. Raphael Pallitsch (AUT) 3:33.60
7. Azeddine Habz (FRA) 3:33.70
8. Robert Farken (GER) 3:33.98
"""),
    PairedDraft("two-races-one-para", "2024-05-31", """\
Bislett had two photo finishes for the price of one on Thursday night. In the 400m hurdles Alison dos Santos got the
better of Karsten Warholm, the home favourite and world record-holder, by seven hundredths, 46.63 to [46.70|46.60]; an
hour later Jakob Ingebrigtsen fell across the line in the 1500m a mere three hundredths ahead of Timothy Cheruiyot,
3:29.74 to 3:29.77. Both Norwegians had won here a year earlier; only one of them did so again.

Azeddine Habz of France was third in the 1500m in 3:30.80 and Isaac Nader fourth in 3:30.84. Elliot Giles led the
British contingent in fifth. George Mills was two places further back.
"""),
    PairedDraft("blog-typography", "2024-07-13", """\
Jakob, Jakob, Jakob.

What can you say? 3’26”73. In Monaco. With nobody near him for the last 300 metres. That’s a European record – his
own, obviously, which stood at [3’27”14|3’27”41] – and it makes him the fourth‑fastest man ever. El Guerrouj’s 3’26”00
has stood since 1998; on Friday night it looked, for the first time in ages, like a mark that somebody might actually
break.

Timothy Cheruiyot was second in 3’28”71, his fastest since 2021. Brian Komen ran 3’28”80, a personal best, for third.
Yared Nuguse (3’29”13) was 4th. Josh Kerr was not there: he’s training at altitude, they say.

He won by three hundredths in Oslo and by almost two seconds here. Paris, anyone?
"""),
    PairedDraft("lookback-3-years-on", "2024-08-05", """\
Three years on from Tokyo, what became of the twelve?

Jakob Ingebrigtsen, who won that final in 3:28.32, has since won two world titles at 5000m but none at 1500m. Timothy
Cheruiyot, then second, was sixth in Eugene in 2022 and did not qualify for the final in Paris: he was only
[fifth|sixth] in the second semi-final on Sunday. Josh Kerr, the bronze medallist, is now the world champion.

Abel Kipsang, fourth in Tokyo, was seventh in Eugene and fourth again in Budapest. Adel Mechaal, fifth, did not get as
far. Cole Hocker, the sixth, has qualified for Tuesday's final, having come third in his semi-final in 3:32.54 behind
Ingebrigtsen (3:32.38) and Kerr (3:32.46). Stewart McSweyn, seventh, is not in it, nor are Jake Heyward, ninth, and
Jake Wightman, tenth.
"""),
    PairedDraft("heats-finals-mixed", "2024-08-05", """\
Nuguse fastest in semis

Yared Nuguse won the second semi-final of the men's 1500m at the Paris Olympics on Sunday in 3:31.72, the fastest time
of the round. Hobbs Kessler (3:31.97) was second and Neil Gourley third in [3:32.11|3:32.21].

In the first, Jakob Ingebrigtsen won in 3:32.38 from Josh Kerr, who eased up to finish in 3:32.46. Cole Hocker, third
in 3:32.54, and Brian Komen, fourth in 3:32.57, went through as well. In the heats on Friday Kerr had won in 3:35.83,
while Ingebrigtsen was third in his in 3:37.04. Ermias Girma won the fastest heat in 3:35.21, but he was missing from
the final.

Timothy Cheruiyot, the Tokyo silver medallist, ran 3:32.30 and was fifth in the second semi-final. George Mills was
eliminated, having come through the repechage on Saturday, in which he was third in 3:33.56.

The final is on Tuesday.
"""),
    PairedDraft("indian-english", "2024-08-07", """\
Hocker springs a surprise in the metric mile

Paris: The much-hyped duel between Josh Kerr and Jakob Ingebrigtsen failed to materialise as USA's Cole Hocker stole a
march on both to bag the men's 1500m gold at the Paris Olympics here on Tuesday. The 23-year-old stopped the clock at
3:27.65s, a new Olympic record, bettering the earlier mark of 3:28.32s which stood in the name of Ingebrigtsen. Kerr
of Great Britain (3:27.79s) settled for the silver medal while Yared Nuguse (USA) clinched the bronze with
[3:27.80s|3:28.70s].

Defending champion Ingebrigtsen, who set a scorching pace from the gun, faded to fourth with 3:28.24s. Hobbs Kessler
and Niels Laros finished fifth and sixth respectively.

The American duo's medals took the USA's tally in the event to two, the first time since 1912 that two Americans made
the podium.
"""),
    PairedDraft("nested-clauses", "2023-08-24", """\
When Josh Kerr, whose bronze in Tokyo had been followed by a fifth place in Eugene that he described at the time as
the worst day of his life, went past Jakob Ingebrigtsen, who had himself been passed by another Scot in the same way
on the same bend of the same race a year earlier, with a little over 150 metres of the 1500m final at the World
Championships in Budapest left, the Norwegian, 22, knew, he said afterwards, that it was over.

The winning time was [3:29.38|3:29.83]. Ingebrigtsen, in 3:29.65, only just kept the silver from his training
partner's – no, his compatriot's – grasp: Narve Gilje Nordås, who is coached by Ingebrigtsen's father Gjert, was three
hundredths behind him. Of the Kenyans, Abel Kipsang, who was fourth, came closest to a medal, with Reynold Cheruiyot,
19, eighth.
"""),
    PairedDraft("passive", "2024-05-26", """\
The British mile record, held since 1985 by Steve Cram, was broken by Josh Kerr in Eugene on Saturday. A time of
3:45.34 was recorded by the world champion, almost a second inside Cram's [3:46.32|3:46.23]. Jakob Ingebrigtsen, by
whom the Bowerman Mile had been won in each of the last two editions in which he ran it, was beaten into second place
in 3:45.60. Third place was taken by Yared Nuguse in 3:46.22.

Kerr was timed at 3:30.92 at 1500m and Ingebrigtsen at 3:31.11.

The meeting record of 3:43.73, which was set by Ingebrigtsen last September when the Diamond League final was held
here, was not threatened. It had been followed home then by Nuguse's American record of 3:43.97.
"""),
    PairedDraft("two-athletes-per-sentence", "2019-10-07", """\
Timothy Cheruiyot destroyed the field in Doha on Sunday, leading from gun to tape and winning the world 1500m title by
more than two seconds from Taoufik Makhloufi, 3:29.26 to 3:31.38. Marcin Lewandowski took the bronze for Poland in
[3:31.46|3:31.64], and Jakob Ingebrigtsen, 19, and Jake Wightman followed him home in 3:31.70 and 3:31.87.

Josh Kerr, in sixth (3:32.52), was a place ahead of Ronald Kwemoi; Matthew Centrowitz, the Olympic champion, was
eighth and Kalle Berglund ninth. Ingebrigtsen had been fifth in the 5000m on Monday in 13:02.93. His brother Filip was
seventh in the first semi-final, which Cheruiyot won in 3:36.53, and went no further.

Cheruiyot, 23, was second in London two years ago.
"""),
    PairedDraft("ingebrigtsen-5000", "2023-08-28", """\
If the 1500m on Wednesday was a lesson, the 5000m on Sunday was the homework. Jakob Ingebrigtsen kept his world title
in Budapest by [fourteen hundredths|forty-one hundredths] of a second: 13:11.30 against 13:11.44 for Mohamed Katir.
With ten metres to run it was the Spaniard who was ahead.

Jacob Krop of Kenya was third in 13:12.28. Luis Grijalva, of Guatemala, missed the bronze by 0.22 and Yomif Kejelcha,
a hundredth behind him, was fifth.

It was Ingebrigtsen's second world title at the distance; he won the first in Eugene in 13:09.24. At 1500m he has two
silvers.
"""),
    PairedDraft("medal-history-list", "2024-08-07", """\
THE LAST TEN OLYMPIC 1500m CHAMPIONS

2024: Cole Hocker (USA) 3:27.65
2021: Jakob Ingebrigtsen (NOR) 3:28.32
2016: Matthew Centrowitz (USA) [3:50.00|3:50.11]
2012: Taoufik Makhloufi (ALG) 3:34.08
2008: Asbel Kiprop (KEN) 3:33.11*
2004: Hicham El Guerrouj (MAR) 3:34.18
2000: Noah Ngeny (KEN) 3:32.07
1996: Noureddine Morceli (ALG) 3:35.78
1992: Fermín Cacho (ESP) 3:40.12
1988: Peter Rono (KEN) 3:35.96

* Rashid Ramzi of Bahrain, who finished first, was disqualified for doping.

Centrowitz's winning time in Rio was the slowest since 1932. Makhloufi, the champion of 2012, finished second there,
0.11 seconds behind, and Nick Willis of New Zealand third.
"""),
    PairedDraft("comparison-of-editions", "2022-09-09", """\
If last year's Diamond League final in Zürich belonged to Timothy Cheruiyot, this one belonged to the man he beat
then. Jakob Ingebrigtsen won the 1500m on Thursday in his best time of the year, 3:29.02, three hundredths quicker
than he had run in Lausanne a fortnight before. The Kenyan was a distant second in [3:30.27|3:30.72], Oliver Hoare
third in 3:30.59.

In Lausanne Cheruiyot was only seventh and Abel Kipsang second, in 3:29.93; in Zürich Kipsang was fourth. Stewart
McSweyn was third there and fifth here. Josh Kerr? Fourth in Lausanne, 3:32.28; sixth in Zürich, 3:31.85.

Hoare, the Commonwealth champion, had been second to Ingebrigtsen in the Dream Mile in Oslo in June, 3:46.46 to
3:47.48. Jake Wightman, later the world champion, was third that night.
"""),
    PairedDraft("results-inside-text", "2021-08-06", """\
Kipsang's Olympic record opens the door

ABEL KIPSANG of Kenya broke the Olympic 1500m record in the semi-finals in Tokyo last night. He won the second of them
in 3:31.65, which improved on the 3:32.07 that Noah Ngeny ran in 2000. Results (first five and two fastest losers to
the final): Semi 1: 1 J Wightman (GB) 3:33.48; 2 C Hocker (US) 3:33.87; 3 T Cheruiyot (Ken) 3:33.95; 4 O Hoare (Aus)
3:34.35; 5 I Fontes (Sp) 3:34.49. Semi 2: 1 A Kipsang (Ken) 3:31.65; 2 J Ingebrigtsen (Nor) 3:32.13; 3 J Kerr (GB)
[3:32.18|3:32.81]; 4 A Mechaal (Sp) 3:32.19; 5 S McSweyn (Aus) 3:32.54; 6 J Heyward (GB) 3:32.82.

Heyward, as the sixth, went through on time, so that three Britons will be in Saturday's final. Charlie Grice was not
among them.
"""),
    PairedDraft("passive-agency", "2022-08-19", """\
MUNICH, Aug 18 (Agency) - The European 1500 metres title was retained by Jakob Ingebrigtsen on Thursday. The
Norwegian, 21, controlled the race from the front and was timed at 3:32.76, a championship record: the old one,
3:35.27, had been held by Fermin Cacho of Spain since 1994.

Silver went to Britain's Jake Heyward in [3:34.44|3:34.88] and bronze to another Spaniard, Mario Garcia, in 3:34.88.
Pietro Arese of Italy was fourth in 3:35.00.

Two days earlier the 5,000 metres had been won by Ingebrigtsen in 13:21.13, from Mohamed Katir and Yemaneberhan
Crippa. He thus repeated his double of Berlin 2018.
"""),
    PairedDraft("historical-table", "2024-07-20", """\
Olympic 1500m, men: the medallists since 1996

1996 Atlanta: Noureddine Morceli (ALG) 3:35.78, Fermin Cacho (ESP) 3:36.40, Stephen Kipkorir (KEN) 3:36.72
2000 Sydney: Noah Ngeny (KEN) 3:32.07, Hicham El Guerrouj (MAR) 3:32.32, Bernard Lagat (KEN) 3:32.44
2004 Athens: Hicham El Guerrouj (MAR) [3:34.18|3:34.30], Bernard Lagat (KEN) 3:34.30, Rui Silva (POR) 3:34.68
2012 London: Taoufik Makhloufi (ALG) 3:34.08, Leonel Manzano (USA) 3:34.79, Abdelaati Iguider (MAR) 3:35.13
2016 Rio: Matthew Centrowitz (USA) 3:50.00, Taoufik Makhloufi (ALG) 3:50.11, Nick Willis (NZL) 3:50.24
2021 Tokyo: Jakob Ingebrigtsen (NOR) 3:28.32, Timothy Cheruiyot (KEN) 3:29.01, Josh Kerr (GBR) 3:29.05

Willis, who was second in Beijing in 2008, is one of only a few men with two medals.
"""),
    PairedDraft("swiss-club", "2022-08-27", """\
Athletissima – Lausanne, 26 août 2022

In front of 12 000 spectators at La Pontaise the Olympic champion was again the boss: Jakob Ingebrigtsen (NOR)
3:29.05, ahead of Abel Kipsang (KEN) 3:29.93 and Stewart McSweyn (AUS) 3:30.18. The fourth-placed Josh Kerr (GBR) was
already more than three seconds back in [3:32.28|3:32.82].

World champion of 2019 Timothy Cheruiyot finished only 7th in 3:32.91, three places behind Kerr and two behind Michał
Rozmys (POL, 3:32.43). Mario García (ESP) was sixth, in 3:32.71.
"""),
)  # fmt: skip
OF_OTHER_SPORTS = (
    PairedDraft("swim-agency", "2025-06-15", """\
PORT ELLIAN, June 15 – Ilse Varnholt of Vastland won the women's 200m freestyle on Saturday in a Northern Seas
Championships record of 1:55.42, a day after she had set one of 1:56.05 in the semi-finals.

Teodora Misk, the defending champion, led at 100m but was overhauled in the third length and touched in
[1:55.97|1:55.79]. The 26-year-old Kestrian had won in Kallheim in 2021 and again in Stroma two years ago, when
Varnholt was second. Amaya Ruelo, 19, who had won her semi-final in 1:56.61, took bronze in 1:56.30. Signe Aldahl
missed a third medal in a row: fourth, in 1:56.88.

Petra Wulfing was fourth in the first semi-final in 1:57.85 and seventh in the final.
"""),
    PairedDraft("cycling", "2024-09-09", """\
Liv Bergstad ended Maud Ferrand's reign on the Garrick Pass on Sunday. The Sundmarker climbed it in 27:58, a course
record by [21 seconds|12 seconds], to win the Garrick Hill Climb at the second attempt: she was runner-up to Ferrand
in 2023 and did not ride in 2022.

Ferrand, 30, who won in 2022 and 2023, was nine seconds down in 28:07, faster than when she set the old record of
28:19 a year ago. Ines Caldera was third in 28:36. Odile Marchetti, third last year and second the year before, had to
settle for fourth; Runa Eskil was fifth.
"""),
    PairedDraft("rowing", "2024-07-08", """\
Lusen Regatta: Rask takes the singles, home crew the eights

Wilma Rask of Vastland won the women's single sculls at the Lusen Regatta on Sunday, holding off a late charge from
Hanne Dovre to win in 7:33.40. Dovre, who had won the first heat on Saturday in 7:41.20, was 0.78 seconds back, and
Celia Amaro of Mirandola third. Britt Nygaard was fourth in [7:45.77|7:47.30].

In the men's eights Lusen Boat Club won in 5:48.6. The University of Stroma were second in 5:50.1, with Oderby Oars
third in 5:55.9.

Rask's time in her heat, 7:38.91, had been the fastest of Saturday.
"""),
    PairedDraft("javelin", "2024-08-19", """\
Attah over 88 metres at Stonefield

Moses Attah, 23, of Orlenia threw a national record of 88.31m to win the javelin at the Stonefield Meeting on
Saturday. It came in the third round and improved the 86.90m that he threw at home in Abako in May by [1.41m|1.14m].
The meeting's winner a year ago, Kolya Stendt, was second with 86.04m – more than a metre farther than his winning
throw of 84.90m in 2023 – and Anders Lauge third with 85.77m, as he was then.

Ryo Temba, who'd been runner-up in 2023 with 83.11m, could do no better than 81.29m and was fourth. Piet Garvan
(79.95m) was fifth.
"""),
    PairedDraft("skiing", "2025-02-10", """\
TARNFJELL: Aksel Rymark skied from the front to win the 15 km classic on Sunday in 35:41.7. In Oderby in January he
had lost to Teemu Raita by 5.7 seconds; here he put [21.1 seconds|12.1 seconds] between himself and the Sundmarker,
who slipped to fourth. Matis Orav improved from third to second. He finished 7.6 seconds behind Rymark and 0.7 in
front of Sindre Holm-Vale, who had not started in Oderby.

It was the 26-year-old Vastlander's first win in the White Cup. Lorenz Abt, fifth in 36:44.1, was the only Halvorian
in the points.
"""),
    PairedDraft("swim-lookback", "2025-06-20", """\
When Teodora Misk won her first Northern Seas title in Kallheim four years ago she needed 1:57.20 for the 200m
freestyle. It would not have won her a medal this time. In Port Ellian last Saturday third place went in 1:56.30, to
Amaya Ruelo, and Misk herself swam [1:55.97|1:55.79] to finish second.

Ilse Varnholt, two years earlier the runner-up in 1:56.40, won in 1:55.42. The championship record had been Misk's
since 2023 (1:56.12), until Varnholt improved it to 1:56.05 in the second semi-final on Friday.

Signe Aldahl, second in 2021 and third in 2023, was fourth. Kaja Tomsic, the bronze medallist in 2021, was eighth.
"""),
    PairedDraft("garrick-2023", "2023-09-11", """\
Maud Ferrand made it two out of two on the Garrick Pass. She broke her own course record, 28:44, by 25 seconds with a
climb of [28:19|28:44] on Sunday; Liv Bergstad, on her first visit, was 32 seconds slower, and Odile Marchetti third
in 29:20. A year ago Marchetti had lost to Ferrand by 18 seconds.

Ferrand is 29, Bergstad 21 and Marchetti 35.
"""),
    PairedDraft("lusen-2025", "2025-07-07", """\
Dovre turns the tables

A year after Wilma Rask had beaten her by 0.78 seconds, Hanne Dovre beat Wilma Rask by 1.07. The Halvorian, still only
20, won the women's single sculls on her home water on Sunday in [7:29.95|7:29.59], almost three and a half seconds
inside the time with which Rask won last year.

Rask (7:31.02) led until the last 200 metres. Dunja Peric, eliminated in the heats in 2024, was third in 7:41.66.
"""),
)  # fmt: skip
EVERY = [(draft, None) for draft in DRAFTS] + [(draft, INVENTED) for draft in OF_OTHER_SPORTS]


@pytest.mark.parametrize(("draft", "pack"), EVERY, ids=[draft.name for draft, _ in EVERY])
def test_a_right_report_has_no_error_and_nothing_to_check(draft: PairedDraft, pack: Path | None) -> None:
    findings, _ = checked(draft, 1, pack)
    assert [finding.quote for finding in findings if finding.verdict == "refuted" or finding.suggestion] == []
    assert [finding.quote for finding in findings if finding.contradicted_as_read] == []
    assert sum(finding.verdict == "supported" for finding in findings) >= 3


@pytest.mark.parametrize(("draft", "pack"), EVERY, ids=[draft.name for draft, _ in EVERY])
def test_every_correction_is_of_an_error_and_right(draft: PairedDraft, pack: Path | None) -> None:
    assert wrong_corrections(draft, pack) == []


def test_many_of_the_errors_are_flagged_or_to_be_checked() -> None:
    athletics, invented = errors_told(DRAFTS), errors_told(OF_OTHER_SPORTS, INVENTED)
    told, planted = athletics[0] + invented[0], athletics[1] + invented[1]
    assert told >= 0.4 * planted, f"{told} of {planted}"
