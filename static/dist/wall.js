import{$ as a,H as e,J as l,K as t,L as n,M as s,N as i,O as o,P as r,Q as c,W as d,X as w,Y as m,ga as $,k as u,r as p,s as h,u as g,ya as f}from"./app.js";function v(a){let e=Math.max(0,Math.floor(a/1e3)),l=a=>String(a).padStart(2,"0"),[t,n]=[Math.floor(e/3600),Math.floor(e%3600/60)];return t>0?`${t}:${l(n)}:${l(e%60)}`:`${n}:${l(e%60)}`}var[y,b,_,x,M]=[480,360,34,18,24],k=b-26;s({maximize:h`<path d="M8 3H5a2 2 0 0 0-2 2v3"/><path d="M21 8V5a2 2 0 0 0-2-2h-3"/><path d="M3 16v3a2 2 0 0 0 2 2h3"/><path d="M16 21h3a2 2 0 0 0 2-2v-3"/>`});var D=["nobody_there","late","missed","full"],q=(a,e="")=>p`<svg class="wall-bar ${e}" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="4"></rect><rect class="part" width=${a} height="4"></rect></svg>`,F=["online","away","offline"];$("wall",function(s){let{client:$,me:S,api:z,desk:E}=s,I=document.createElement("main");I.id="wall",I.className="room";let N=document.createElement("div");N.className="wall-place",I.append(N);let T=u(null),j=u(Date.now()),A=u(new Map),B=0,H=!1,L=null,Z=()=>H&&"visible"===document.visibilityState,C=()=>j.value=Date.now()+B,J=!1,K=()=>{Z()!==J&&(J=Z(),$.say({type:"watch_wall",active:J}),clearInterval(L),L=J?setInterval(C,1e3):null)},O=()=>z.reasons().then(({items:a})=>A.value=new Map(a.map(a=>[a.id,w(a)])),()=>{});$.on("welcome",()=>{J=!1,K()}),$.on("wall",a=>{B=Date.parse(a.at)-Date.now(),T.value=a,C()}),$.on("settings",({area:a})=>"members"===a&&H&&O()),document.addEventListener("visibilitychange",K);let P=function({desk:a,api:e},t){let n=(l,t)=>e.availability(t,void 0,l).catch(a.failed);return{choose(a,e){d(a,l("wall.availability_of",{name:e.name}),[{label:l("wall.availability_of",{name:e.name}),items:F.map(a=>({label:l(`agent.state_${a}`),mark:p`<i class="presence ${"online"===a?"on":a}"></i>`,checked:e.presence.availability===a,run:()=>n(e.id,a)}))}])},online:a=>n(a,"online"),give:(l,t)=>e.assign(l,t).catch(a.failed),whole:()=>{(document.fullscreenElement?document.exitFullscreen():t.requestFullscreen?.())?.catch(()=>{})}}}(s,I);return n(N,()=>{E.ticks.frame.value;let n="live"!==$.status.phase,s=T.value;return s?((n,s,d,{away:w,reason:$})=>p`<div class="wall ${w?"stale":""}">
${function(a,n,s,o){let r=a.people.filter(a=>"online"===f({...a,availability:a.presence.availability})).length,c=l=>new Intl.DateTimeFormat(e,{timeZone:a.time_zone,...l}).format(n);return p`<header class="wall-head">
<h1 tabindex="-1">${a.shop_name}</h1>
<span class="wall-day">${c({month:"long",day:"numeric",weekday:"short"})}</span>
<span class="wall-there" role="status">
${o?p`<i class="presence away"></i>${l("wall.away")}`:p`<i class="presence ${r?"on":"offline"}"></i>${t("wall.online",r)}`}
</span>
<time class="wall-clock">${c({hour:"2-digit",minute:"2-digit",hourCycle:"h23"})}</time>
<button class="icon-button" aria-label=${l("wall.whole")} title=${l("wall.whole")} @click=${s.whole}>${i("maximize",20)}</button>
</header>`}(n,s,d,w)}
<div class="wall-left">${function(a){return p`<section class="wall-card wall-waiting">
<h2>${l("wall.waiting")}</h2>
<div class="wall-big">
<strong>${a.waiting}</strong>
<p>
${a.late?p`<b class="late">${t("wall.late",a.late)}</b>`:g}
<span>${l("wall.target",{time:l("common.minutes",{count:Math.round(a.target_ms/6e4)})})}</span>
</p>
</div>
</section>`}(n)}${function(a,e){let n=a.waiting-Math.min(5,a.queue.length);return p`<section class="wall-card wall-longest">
<h2>${l("wall.longest")}</h2>
${0===a.queue.length?p`<p class="wall-none">${l("wall.nobody_waits")}</p>`:p`<ol>${a.queue.slice(0,5).map(a=>{let l=Date.parse(a.late_at)<=e;return p`<li class=${l?"late":""}>
<a href="/inbox/${a.id}">
${r({id:a.id,name:a.name})}
<span class="wall-who"><b>${o(a)}</b><small>${a.text??""}</small></span>
<time>${v(e-Date.parse(a.waiting_since))}</time>
${q(function(a,e){let l=Date.parse(a.waiting_since),t=Date.parse(a.late_at)-l;return t<=0?100:Math.min(100,Math.max(0,(e-l)/t*100))}(a,e))}
</a>
</li>`})}</ol>`}
${n>0?p`<p class="wall-more">${t("wall.more_waiting",n)}</p>`:g}
</section>`}(n,s)}</div>
<div class="wall-middle">${function({today:a,target_ms:e}){let n=a.first_answer_ms,s=null===n?0:e-n;return p`<section class="wall-card wall-figure">
<h2>${l("wall.first_answer")}</h2>
<strong>${null===n?"–":v(n)}</strong>
<p class=${s>=0?"good":"late"}>
${null===n?l("wall.first_none"):l(s>=0?"wall.faster":"wall.slower",{time:v(Math.abs(s))})}
</p>
</section>
<section class="wall-card wall-figure">
<h2>${l("wall.answered")}</h2>
<strong>${a.answered}</strong>
<p>${t("wall.answered_of",a.conversations)}</p>
</section>`}(n)}${function(a,n){let{today:s}=a,i=new Intl.DateTimeFormat(e,{timeZone:a.time_zone,weekday:"short"}).format(n),o=s.conversations-s.conversations_before,r=t(0===o?"wall.today_same":o>0?"wall.today_more":"wall.today_less",s.conversations,{day:i,more:Math.abs(o)});return p`<section class="wall-card wall-course">
<h2 class="wall-says">${r}</h2>
${function({hours:a,hours_before:e},t){let[n,s]=function(a,e){let l=a.length-1,t=[...a,...e.slice(a.length)].flatMap((l,t)=>a[t]||e[t]?[t]:[]),n=Math.max(l,...t),s=Math.min(l,...t),i=Math.max(0,Math.min(s,n-6));return[i,Math.min(23,Math.max(n,i+6))]}(a,e),[i,o]=function(a){let e=Math.max(4,a)/2,l=10**Math.floor(Math.log10(e)),t=[1,2,5,10].map(a=>a*l).find(a=>a>=e)??e;return[t,2*t]}(Math.max(...a,...e)),r=a=>_+(a-n)/(s-n)*(y-_-M),c=a=>k-a/o*(k-x),d=a=>a.flatMap((a,e)=>e<n||e>s?[]:[`${r(e).toFixed(1)},${c(a).toFixed(1)}`]).join(" "),w=a.length-1,m=Math.round((n+s)/2);return p`<svg class="wall-curve" viewBox="0 0 ${y} ${b}" role="img" aria-label=${t}>
${[0,i,o].map(a=>h`<line class="grid" x1=${_} x2=${y-M} y1=${c(a)} y2=${c(a)}></line>
<text x=${_-8} y=${c(a)+4} text-anchor="end">${a}</text>`)}
${[...new Set([n,m,s])].map(a=>h`<text x=${r(a)} y=${b-6} text-anchor="middle">${l("wall.hour",{hour:a})}</text>`)}
<polyline class="before" points=${d(e)}></polyline>
<polygon class="area" points=${`${r(n)},${k} ${d(a)} ${r(w)},${k}`}></polygon>
<polyline class="today" points=${d(a)}></polyline>
${void 0===a[w]?g:h`<circle cx=${r(w)} cy=${c(a[w])} r="4"></circle>
<text class="now" x=${r(w)} y=${c(a[w])-10} text-anchor="middle">${a[w]}</text>`}
</svg>`}(s,r)}
<footer>
<span>${l("wall.open")} <b>${a.open}</b></span><span>${l("wall.closed")} <b>${s.closed}</b></span>
<span class="wall-key">${l("wall.week_ago",{day:i})}</span>
</footer>
</section>`}(n,s)}</div>
<div class="wall-right">${function(e,n,s,i){let o=e.people_count-Math.min(6,e.people.length);return p`<section class="wall-card wall-people">
<h2>${l("wall.people")}</h2>
<ul>${e.people.slice(0,6).map(e=>{let{load:t,capacity:o,presence:r}=e,d=r.there?r.availability:"offline",w=t>=o,$=l(w?"wall.full":"wall.load",{load:t,capacity:o});return p`<li class=${d}>
<button aria-haspopup="menu" aria-expanded="false" @click=${a=>s.choose(a.currentTarget,e)}>
<span class="me-face">${c(e)}<i class="presence ${"online"===d?"on":d}"></i></span>
<span class="wall-who"><b>${e.name}</b><small>${function({presence:e},t,n){if(!e.there)return l("wall.gone");if("missed"===e.set_by)return l("wall.missed");if("idle"===e.set_by)return l("wall.idle",{time:m(e.since,t)});let s=e.reason?n(e.reason):l(`agent.state_${e.availability}`);return e.until?l("wall.back",{state:s,time:a(e.until)}):l("wall.since",{state:s,time:m(e.since,t)})}(e,n,i)}</small></span>
</button>
<span class="wall-slots ${w?"full":""}">
${o>10||o<1?q(o<1?100:Math.min(100,t/o*100)):Array.from({length:o},(a,e)=>p`<i class=${e<t?"taken":""}></i>`)}
<em>${$}</em>
</span>
</li>`})}</ul>
${o>0?p`<p class="wall-more">${t("wall.more_people",o)}</p>`:g}
</section>`}(n,s,d,$)}${function(a,e,n){let s=a.alarms.find(a=>D.includes(a.code));if(!s)return p`<section class="wall-card wall-well"><p>${i("circle-check",20)} ${l("wall.all_well")}</p></section>`;let r=e=>a.people.find(a=>a.id===e)?.name??"",c=a.queue.find(a=>a.id===s.conversation_id),{cure:d}=s,w="nobody_there"===s.code?t("wall.alarm_nobody_there",s.count??0):l(`wall.alarm_${s.code}`,{name:"late"===s.code?c?o(c):"":r(s.agent_id),time:a.longest_since?m(a.longest_since,e):""}),[$,u]=[d.agent_id,s.conversation_id],h=r($),f=!$||"set_online"!==d.code&&"ask"!==d.code?$&&u&&"give_to"===d.code?p`<button class="button" @click=${()=>n.give(u,$)}>${l("wall.do_give",{name:h})}</button>`:g:p`<button class="button" @click=${()=>n.online($)}>${l("wall.do_online",{name:h})}</button>`;return p`<section class="wall-card wall-alarm" role="alert">
<h2>${i("clock",20)} ${w}</h2>
<p>${l(`wall.cure_${d.code}`,{name:h,room:d.room??0})}</p>
${f}
</section>`}(n,s,d)}</div>
</div>`)(s,j.value,P,{away:n,reason:a=>A.value.get(a)??w({id:a,name:null})}):p`<p class="wall-loading" role="status">${l("common.loading")}</p>`}),{root:I,title:()=>`${l("rail.wall")} · ${S.shop.name}`,heading:()=>I.querySelector("h1"),address:()=>"/wall",async prepare(){O()},show(){H=!0,document.body.dataset.alone="false",K()},hide(){H=!1,K()}}});
