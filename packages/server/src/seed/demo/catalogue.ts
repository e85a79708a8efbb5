/** What is taught at Easel University, and where. */

export interface Department {
  name: string;
  sisId: string;
  /** `ENGL` of `ENGL 101`. */
  prefix: string;
  /** `101 Academic Writing` */
  courses: readonly [string, ...string[]];
}

export interface College {
  name: string;
  sisId: string;
  departments: readonly Department[];
}

export const colleges: readonly College[] = [
  {
    name: 'College of Arts and Letters',
    sisId: 'arts-and-letters',
    departments: [
      {
        name: 'English',
        sisId: 'english',
        prefix: 'ENGL',
        courses: [
          '101 Academic Writing',
          '120 Introduction to Poetry',
          '205 The Short Story',
          '230 Shakespeare on Stage',
          '260 World Literature in Translation',
          '310 The Nineteenth-Century Novel',
          '345 Creative Nonfiction',
          '420 Seminar: Toni Morrison',
        ],
      },
      {
        name: 'History',
        sisId: 'history',
        prefix: 'HIST',
        courses: [
          '101 The World to 1500',
          '102 The World since 1500',
          '215 The Silk Road',
          '240 The Atlantic World',
          '270 Revolutions of 1848',
          '305 History of Medicine',
          '330 Oral History Workshop',
          '410 The Archive and the Historian',
        ],
      },
      {
        name: 'Philosophy',
        sisId: 'philosophy',
        prefix: 'PHIL',
        courses: [
          '110 Introduction to Philosophy',
          '130 Logic',
          '205 Ethics',
          '240 Ancient Philosophy',
          '315 Philosophy of Mind',
          '350 Philosophy of Science',
          '401 Kant’s First Critique',
        ],
      },
      {
        name: 'Languages and Cultures',
        sisId: 'languages',
        prefix: 'LANG',
        courses: [
          '111 Español elemental',
          '121 Français élémentaire',
          '131 Deutsch für Anfänger',
          '141 日本語入門',
          '151 Elementary Arabic',
          '221 Littérature francophone',
          '311 Cine latinoamericano',
          '335 Translation Studies',
        ],
      },
      {
        name: 'Music',
        sisId: 'music',
        prefix: 'MUS',
        courses: [
          '101 Music Theory I',
          '102 Music Theory II',
          '150 Concert Choir',
          '210 History of Jazz',
          '245 Digital Composition',
          '320 Conducting',
          '360 Ethnomusicology',
        ],
      },
      {
        name: 'Art and Design',
        sisId: 'art',
        prefix: 'ART',
        courses: [
          '105 Drawing I',
          '115 Color and Composition',
          '160 Survey of World Art',
          '220 Typography',
          '255 Ceramics',
          '305 Photography',
          '390 Exhibition Practice',
        ],
      },
    ],
  },
  {
    name: 'College of Science',
    sisId: 'science',
    departments: [
      {
        name: 'Biology',
        sisId: 'biology',
        prefix: 'BIOL',
        courses: [
          '101 Introduction to Biology',
          '102 Biology Laboratory',
          '210 Genetics',
          '235 Ecology',
          '260 Human Anatomy and Physiology',
          '315 Microbiology',
          '340 Evolution',
          '450 Conservation Genetics',
        ],
      },
      {
        name: 'Chemistry',
        sisId: 'chemistry',
        prefix: 'CHEM',
        courses: [
          '101 General Chemistry I',
          '102 General Chemistry II',
          '210 Organic Chemistry',
          '211 Organic Chemistry Laboratory',
          '305 Physical Chemistry',
          '330 Analytical Chemistry',
          '415 Biochemistry',
        ],
      },
      {
        name: 'Physics and Astronomy',
        sisId: 'physics',
        prefix: 'PHYS',
        courses: [
          '101 Mechanics',
          '102 Electricity and Magnetism',
          '140 The Night Sky',
          '220 Waves and Optics',
          '305 Quantum Mechanics',
          '330 Thermodynamics',
          '410 Cosmology',
        ],
      },
      {
        name: 'Mathematics',
        sisId: 'mathematics',
        prefix: 'MATH',
        courses: [
          '110 College Algebra',
          '151 Calculus I',
          '152 Calculus II',
          '220 Linear Algebra',
          '250 Discrete Mathematics',
          '310 Real Analysis',
          '330 Abstract Algebra',
          '360 Probability',
        ],
      },
      {
        name: 'Statistics and Data Science',
        sisId: 'statistics',
        prefix: 'STAT',
        courses: [
          '101 Statistical Reasoning',
          '210 Introduction to Data Science',
          '250 Regression',
          '305 Data Visualization',
          '340 Bayesian Statistics',
          '410 Causal Inference',
        ],
      },
    ],
  },
  {
    name: 'College of Engineering',
    sisId: 'engineering',
    departments: [
      {
        name: 'Computer Science',
        sisId: 'computer-science',
        prefix: 'CS',
        courses: [
          '101 Introduction to Programming',
          '120 Data Structures',
          '210 Computer Organization',
          '240 Databases',
          '260 Web Development',
          '310 Algorithms',
          '340 Operating Systems',
          '370 Machine Learning',
          '425 Human-Computer Interaction',
        ],
      },
      {
        name: 'Mechanical Engineering',
        sisId: 'mechanical-engineering',
        prefix: 'ME',
        courses: [
          '110 Engineering Graphics',
          '205 Statics',
          '210 Dynamics',
          '320 Fluid Mechanics',
          '340 Heat Transfer',
          '490 Senior Design',
        ],
      },
      {
        name: 'Civil Engineering',
        sisId: 'civil-engineering',
        prefix: 'CE',
        courses: [
          '105 Surveying',
          '230 Materials',
          '310 Structural Analysis',
          '335 Water Resources',
          '360 Transportation Systems',
          '440 Bridge Design',
        ],
      },
    ],
  },
  {
    name: 'College of Social Sciences',
    sisId: 'social-sciences',
    departments: [
      {
        name: 'Psychology',
        sisId: 'psychology',
        prefix: 'PSYC',
        courses: [
          '101 Introduction to Psychology',
          '210 Research Methods',
          '225 Developmental Psychology',
          '240 Social Psychology',
          '310 Cognition',
          '335 Abnormal Psychology',
          '420 Memory and Learning',
        ],
      },
      {
        name: 'Economics',
        sisId: 'economics',
        prefix: 'ECON',
        courses: [
          '101 Microeconomics',
          '102 Macroeconomics',
          '230 Economic History',
          '310 Econometrics',
          '325 Labor Economics',
          '350 Development Economics',
        ],
      },
      {
        name: 'Political Science',
        sisId: 'political-science',
        prefix: 'POLS',
        courses: [
          '101 American Government',
          '140 International Relations',
          '220 Political Theory',
          '255 Comparative Politics',
          '310 Constitutional Law',
          '380 Model United Nations',
        ],
      },
      {
        name: 'Sociology and Anthropology',
        sisId: 'sociology',
        prefix: 'SOC',
        courses: [
          '101 Introduction to Sociology',
          '115 Cultural Anthropology',
          '230 Cities and Communities',
          '260 Race and Ethnicity',
          '320 Sociology of Education',
          '345 Ethnographic Methods',
        ],
      },
    ],
  },
  {
    name: 'School of Business',
    sisId: 'business',
    departments: [
      {
        name: 'Accounting and Finance',
        sisId: 'accounting',
        prefix: 'ACCT',
        courses: [
          '201 Financial Accounting',
          '202 Managerial Accounting',
          '310 Corporate Finance',
          '330 Taxation',
          '420 Auditing',
        ],
      },
      {
        name: 'Management',
        sisId: 'management',
        prefix: 'MGMT',
        courses: [
          '200 Principles of Management',
          '315 Organizational Behavior',
          '340 Operations Management',
          '380 Entrepreneurship',
          '450 Business Strategy',
        ],
      },
      {
        name: 'Marketing',
        sisId: 'marketing',
        prefix: 'MKTG',
        courses: [
          '200 Principles of Marketing',
          '310 Consumer Behavior',
          '330 Digital Marketing',
          '410 Market Research',
        ],
      },
    ],
  },
  {
    name: 'School of Nursing and Health',
    sisId: 'health',
    departments: [
      {
        name: 'Nursing',
        sisId: 'nursing',
        prefix: 'NURS',
        courses: [
          '201 Foundations of Nursing',
          '220 Pharmacology',
          '310 Pediatric Nursing',
          '330 Community Health Nursing',
          '415 Clinical Practicum',
        ],
      },
      {
        name: 'Public Health',
        sisId: 'public-health',
        prefix: 'PH',
        courses: [
          '101 Introduction to Public Health',
          '210 Epidemiology',
          '305 Global Health',
          '340 Nutrition',
          '420 Health Policy',
        ],
      },
    ],
  },
  {
    name: 'School of Education',
    sisId: 'education',
    departments: [
      {
        name: 'Teaching and Learning',
        sisId: 'teaching',
        prefix: 'EDUC',
        courses: [
          '150 Foundations of Education',
          '220 Educational Psychology',
          '305 Literacy in the Early Grades',
          '325 Mathematics Methods',
          '340 Inclusive Classrooms',
          '490 Student Teaching',
        ],
      },
    ],
  },
];
