/** The names that people at Easel University have. Given and family names are mixed within a culture. */
import { Chance } from '../chance.ts';

export interface PersonName {
  given: string;
  family: string;
  full: string;
  /** `first.last` in ASCII. */
  login: string;
}

interface Culture {
  /** Of how many people in a thousand. */
  weight: number;
  given: string;
  family: string;
  familyFirst?: boolean;
}

/** A name in another script carries its Latin spelling: `陽子|yoko`. */
const cultures: readonly Culture[] = [
  {
    weight: 300,
    given:
      'Abigail Aaliyah Andre Audrey Benjamin Brianna Caleb Camille Carter Chloe Darius Daniel Eleanor Elijah Emma Ethan ' +
      'Faith Gabriel Grace Hannah Henry Imani Isaac Jasmine Jordan Josephine Kendra Leah Liam Lucas Maya Malik Natalie ' +
      'Nathan Olivia Owen Paige Quinn Rachel Riley Samuel Sienna Terrence Tyler Victoria Wesley Zachary',
    family:
      'Adams Allen Baker Bennett Brooks Campbell Carter Coleman Cooper Dawson Edwards Ellis Fisher Foster Freeman Graham ' +
      'Grant Hayes Henderson Howard Jackson Jefferson Jenkins Johnson Lawson Marshall Mitchell Moore Parker Patterson ' +
      'Reed Robinson Simmons Thompson Turner Walker Washington Watkins Webb Whitfield',
  },
  {
    weight: 130,
    given:
      'Alejandra Andrés Beatriz Camila Carlos Daniela Diego Esperanza Fernando Guadalupe Iván Joaquín José Lucía María ' +
      'Mateo Nicolás Paola Raúl Sofía Tomás Valentina Ximena',
    family:
      'Acosta Álvarez Cárdenas Castillo Delgado Fernández García Gómez Hernández Jiménez López Martínez Muñoz Núñez Ortiz ' +
      'Peña Ramírez Rodríguez Sánchez Vásquez',
  },
  {
    weight: 70,
    given: 'Bo Chen Fang Hao Hui Jia Jun Lan Lei Ling Mei Min Ning Qiang Rui Shan Tao Wei Xin Yan Yi Zhen',
    family: 'Cao Chen Deng Guo Huang Li Liang Lin Liu Luo Song Tang Wang Wu Xu Yang Zhang Zhao Zheng Zhou',
  },
  {
    weight: 80,
    given:
      'Aarav Aditi Ananya Arjun Deepa Divya Farhan Harpreet Ishaan Kavya Lakshmi Manish Meera Nikhil Pooja Priya Rahul ' +
      'Rohan Sanjay Shreya Tanvi Vikram',
    family:
      'Agarwal Bhatt Chatterjee Chowdhury Desai Gupta Iyer Joshi Kaur Khan Kulkarni Mehta Menon Nair Patel Rao Reddy ' +
      'Sharma Singh Verma',
  },
  {
    weight: 50,
    given:
      'Anh Bảo Bình Châu Đức Dũng Hà Hạnh Hiếu Hương Khánh Linh Mai Minh Ngọc Phúc Quang Thảo Trang Tuấn Yến',
    family: 'Bùi Đặng Đinh Đỗ Dương Hồ Hoàng Huỳnh Lê Ngô Nguyễn Phạm Phan Trần Trịnh Võ Vũ',
  },
  {
    weight: 50,
    given:
      'Abena Adaeze Amara Ayodele Babajide Chiamaka Chinedu Efua Emeka Folasade Ifeoma Kofi Kwabena Kwame Ngozi Nnamdi ' +
      'Oluwaseun Temitope Yaw Zainab',
    family:
      'Abara Adeyemi Afolabi Agyeman Asante Balogun Boateng Chukwu Eze Mensah Nwosu Obi Okafor Okonkwo Osei Owusu Oyelaran Quaye',
  },
  {
    weight: 50,
    given:
      'Ahmad Amina Bilal Dalia Fatima Hassan Huda Ibrahim Karim Khalid Layla Mariam Nadia Noor Omar Rania Salma Samir Tariq Yusuf',
    family:
      'Al-Amin Aziz Bakri Darwish El-Sayed Fayed Haddad Hamdan Hussein Jaber Khalil Mansour Nasser Qureshi Rahman Saleh Shaheen Zaki',
  },
  {
    weight: 40,
    given:
      'Agnieszka Błażej Bożena Dominika Grzegorz Jadwiga Jiří Kateřina Łukasz Małgorzata Milan Ondřej Paweł Radka Šárka ' +
      'Stanisław Tomáš Zdeněk Żaneta',
    family:
      'Černý Dąbrowski Dvořák Gołębiewski Jabłoński Kowalczyk Král Kučera Lewandowska Nováček Procházka Růžička Šťastný ' +
      'Wiśniewska Wójcik Zieliński Žák',
  },
  {
    weight: 40,
    given:
      'Anke Björn Clémence Élodie Étienne Freja Gaëlle Günther Håkon Ingrid Jörg Käthe Léonie Maëlle Øyvind Søren Thérèse ' +
      'Tøger Ursula Zoë',
    family:
      'Åkesson Böhm Bélanger Côté Désiré Fröhlich Groß Håland Jørgensen Lefèvre Lindström Müller Nygård Østergård ' +
      'Schäfer Sjöberg Thibault Weiß',
  },
  {
    weight: 30,
    given:
      'Aylin Barış Büşra Can Çağla Deniz Emre Gökhan Gül Hakan İlker Işıl Kerem Özge Şebnem Tuğba Umut Yağmur',
    family:
      'Aydın Çelik Çetinkaya Demir Doğan Erdoğdu Güneş Kılıç Koç Özdemir Öztürk Polat Şahin Şimşek Yıldız Yılmaz',
  },
  {
    weight: 30,
    given:
      'Andreea Bogdan Cătălin Dragoș Ștefania Ioana Dijana Đorđe Goran Ivana Jelena Katarina Ljubica Marko Nikola Petra ' +
      'Željko',
    family:
      'Anđelić Bălan Ćosić Dumitrescu Ionescu Jovanović Kovačević Lupu Marić Mureșan Petrović Popescu Stănescu Vuković Živković',
  },
  {
    weight: 30,
    given: 'Aoife Caoimhe Ciarán Eoin Máire Niamh Oisín Róisín Saoirse Seán Siobhán Tadhg Úna',
    family:
      'Byrne Doyle Gallagher Kavanagh MacNamara Murphy Ó_Briain O’Connor O’Leary O’Sullivan Quinlan Walsh',
  },
  {
    weight: 25,
    given: 'Keola Kaʻiulani Leilani Malia Nalani Noelani Pualani Sione Tevita Mele Ana Kekoa Hōkū',
    family: 'Akana Fifita Kahananui Kaʻaihue Kalani Kamakau Keawe Mahoe Nāone Taufa Tuilagi Vainikolo',
  },
  {
    weight: 20,
    given: 'Shundiin Dakota Kaya Nizhoni Wade Sequoyah Tala Winona Ahiga Chaska',
    family: 'Begay Benally Chee Littlebear Manuelito Redhouse Swimmer Tsosie Yazzie Whitehorse',
  },
  {
    weight: 20,
    given:
      '陽子|yoko 健太|kenta 美咲|misaki 翔太|shota 由美|yumi 大輔|daisuke さくら|sakura 直樹|naoki 彩|aya 誠|makoto',
    family:
      '田中|tanaka 佐藤|sato 鈴木|suzuki 高橋|takahashi 渡辺|watanabe 山本|yamamoto 小林|kobayashi 伊藤|ito',
    familyFirst: true,
  },
  {
    weight: 15,
    given: '민준|minjun 서연|seoyeon 지후|jihu 하은|haeun 도윤|doyun 수빈|subin 예진|yejin 현우|hyunwoo',
    family: '김|kim 이|lee 박|park 최|choi 정|jung 강|kang 조|cho 윤|yoon',
    familyFirst: true,
  },
  {
    weight: 10,
    given:
      'Анна|anna Дмитрий|dmitry Екатерина|ekaterina Иван|ivan Мария|maria Олексій|oleksii Оксана|oksana Сергей|sergey',
    family:
      'Бондаренко|bondarenko Коваленко|kovalenko Павленко|pavlenko Шевченко|shevchenko Ткаченко|tkachenko',
  },
  {
    weight: 10,
    given: 'Ελένη|eleni Γιώργος|giorgos Δήμητρα|dimitra Νίκος|nikos Κατερίνα|katerina Σπύρος|spyros',
    family: 'Παπαδάκη|papadaki Ιωάννου|ioannou Νικολάου|nikolaou Γεωργίου|georgiou',
  },
  {
    weight: 10,
    given: 'ليلى|layla محمد|mohammed يوسف|youssef سارة|sara خالد|khaled مريم|maryam',
    family: 'الخطيب|alkhatib حداد|haddad منصور|mansour الشامي|alshami',
  },
];

/** Letters that Unicode doesn't take apart. */
const PLAIN: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' };

function latin(name: string): string {
  return name
    .toLowerCase()
    .replace(/[łøđıßæœ]/g, (letter) => PLAIN[letter] as string)
    .normalize('NFKD')
    .replace(/[^a-z]/g, '');
}

/** `陽子|yoko`, or a name that spells itself. */
function spelled(entry: string): { written: string; latin: string } {
  const [written = '', spelling] = entry.replace('_', ' ').split('|');
  return { written, latin: spelling ?? latin(written) };
}

function compose(givenEntry: string, familyEntry: string, familyFirst: boolean): PersonName {
  const given = spelled(givenEntry);
  const family = spelled(familyEntry);
  return {
    given: given.written,
    family: family.written,
    full: familyFirst ? `${family.written} ${given.written}` : `${given.written} ${family.written}`,
    login: `${given.latin}.${family.latin}`,
  };
}

const namesOf = ({ given, family, familyFirst = false }: Culture): PersonName[] =>
  given.split(' ').flatMap((first) => family.split(' ').map((last) => compose(first, last, familyFirst)));

/** Some thousands, in no particular order. */
export const allNames = (): PersonName[] => new Chance('all names').shuffled(cultures.flatMap(namesOf));

interface Stock {
  weight: number;
  names: PersonName[];
}

/** Hands out names, each once, and logins likewise. */
export class NameGiver {
  readonly #chance = new Chance('names');
  readonly #logins = new Set<string>();
  readonly #stocks = cultures.map(
    (culture): Stock => ({ weight: culture.weight, names: this.#chance.shuffled(namesOf(culture)) }),
  );
  /** Every culture as often as its weight says. */
  readonly #lots = this.#stocks.flatMap((stock) => Array<Stock>(stock.weight).fill(stock));

  next(): PersonName {
    const name = this.#chance.pick(this.#lots).names.pop();
    return name ? this.#withOwnLogin(name) : this.next();
  }

  /** Somebody else of the same family. */
  relativeOf({ family }: PersonName): PersonName {
    for (const { names } of this.#stocks) {
      const index = names.findLastIndex((name) => name.family === family);
      const [name] = index < 0 ? [] : names.splice(index, 1);
      if (name) return this.#withOwnLogin(name);
    }
    return this.next();
  }

  #withOwnLogin(name: PersonName): PersonName {
    let login = name.login;
    for (let number = 2; this.#logins.has(login); number++) login = `${name.login}${number}`;
    this.#logins.add(login);
    return { ...name, login };
  }
}
