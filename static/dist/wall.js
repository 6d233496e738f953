import{H as a,J as e,K as l,L as t,M as n,N as s,O as i,P as o,Q as r,U as c,V as d,W as w,Z as m,ea as $,k as u,r as p,s as h,u as f,ya as g}from"./app.js";function v(a){let e=Math.max(0,Math.floor(a/1e3)),l=a=>String(a).padStart(2,"0"),[t,n]=[Math.floor(e/3600),Math.floor(e%3600/60)];return t>0?`${t}:${l(n)}:${l(e%60)}`:`${n}:${l(e%60)}`}var[y,b,_,x,M]=[480,360,34,18,24],k=b-26;n({maximize:h`<path d="M8 3H5a2 2 0 0 0-2 2v3"/><path d="M21 8V5a2 2 0 0 0-2-2h-3"/><path d="M3 16v3a2 2 0 0 0 2 2h3"/><path d="M16 21h3a2 2 0 0 0 2-2v-3"/>`});var D=["nobody_there","late","missed","full"],q=(a,e="")=>p`<svg class="wall-bar ${e}" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect width="100" height="4"></rect><rect class="part" width=${a} height="4"></rect></svg>`,F=["online","away","offline"];$("wall",function(n){let{client:$,me:S,api:z,desk:E}=n,I=document.createElement("main");I.id="wall",I.className="room";let N=document.createElement("div");N.className="wall-place",I.append(N);let T=u(null),Z=u(Date.now()),j=u(new Map),A=0,B=!1,H=null,L=()=>B&&"visible"===document.visibilityState,V=()=>Z.value=Date.now()+A,C=!1,J=()=>{L()!==C&&(C=L(),$.say({type:"watch_wall",active:C}),clearInterval(H),H=C?setInterval(V,1e3):null)},K=()=>z.reasons().then(({items:a})=>j.value=new Map(a.map(a=>[a.id,d(a)])),()=>{});$.on("welcome",()=>{C=!1,J()}),$.on("wall",a=>{A=Date.parse(a.at)-Date.now(),T.value=a,V()}),$.on("settings",({area:a})=>"members"===a&&B&&K()),document.addEventListener("visibilitychange",J);let O=function({desk:a,api:l},t){let n=(e,t)=>l.availability(t,void 0,e).catch(a.failed);return{choose(a,l){c(a,e("wall.availability_of",{name:l.name}),[{label:e("wall.availability_of",{name:l.name}),items:F.map(a=>({label:e(`agent.state_${a}`),mark:p`<i class="presence ${"online"===a?"on":a}"></i>`,checked:l.presence.availability===a,run:()=>n(l.id,a)}))}])},online:a=>n(a,"online"),give:(e,t)=>l.assign(e,t).catch(a.failed),whole:()=>{(document.fullscreenElement?document.exitFullscreen():t.requestFullscreen?.())?.catch(()=>{})}}}(n,I);return t(N,()=>{E.ticks.frame.value;let t="live"!==$.status.phase,n=T.value;return n?((t,n,c,{away:d,reason:$})=>p`<div class="wall ${d?"stale":""}">
${function(t,n,i,o){let r=t.people.filter(a=>"online"===g({...a,availability:a.presence.availability})).length,c=e=>new Intl.DateTimeFormat(a,{timeZone:t.time_zone,...e}).format(n);return p`<header class="wall-head">
<h1 tabindex="-1">${t.shop_name}</h1>
<span class="wall-day">${c({month:"long",day:"numeric",weekday:"short"})}</span>
<span class="wall-there" role="status">
${o?p`<i class="presence away"></i>${e("wall.away")}`:p`<i class="presence ${r?"on":"offline"}"></i>${l("wall.online",r)}`}
</span>
<time class="wall-clock">${c({hour:"2-digit",minute:"2-digit",hourCycle:"h23"})}</time>
<button class="icon-button" aria-label=${e("wall.whole")} title=${e("wall.whole")} @click=${i.whole}>${s("maximize",20)}</button>
</header>`}(t,n,c,d)}
<div class="wall-left">${function(a){return p`<section class="wall-card wall-waiting">
<h2>${e("wall.waiting")}</h2>
<div class="wall-big">
<strong>${a.waiting}</strong>
<p>
${a.late?p`<b class="late">${l("wall.late",a.late)}</b>`:f}
<span>${e("wall.target",{time:e("common.minutes",{count:Math.round(a.target_ms/6e4)})})}</span>
</p>
</div>
</section>`}(t)}${function(a,t){let n=a.waiting-Math.min(5,a.queue.length);return p`<section class="wall-card wall-longest">
<h2>${e("wall.longest")}</h2>
${0===a.queue.length?p`<p class="wall-none">${e("wall.nobody_waits")}</p>`:p`<ol>${a.queue.slice(0,5).map(a=>{let e=Date.parse(a.late_at)<=t;return p`<li class=${e?"late":""}>
<a href="/inbox/${a.id}">
${o({id:a.id,name:a.name})}
<span class="wall-who"><b>${i(a)}</b><small>${a.text??""}</small></span>
<time>${v(t-Date.parse(a.waiting_since))}</time>
${q(function(a,e){let l=Date.parse(a.waiting_since),t=Date.parse(a.late_at)-l;return t<=0?100:Math.min(100,Math.max(0,(e-l)/t*100))}(a,t))}
</a>
</li>`})}</ol>`}
${n>0?p`<p class="wall-more">${l("wall.more_waiting",n)}</p>`:f}
</section>`}(t,n)}</div>
<div class="wall-middle">${function({today:a,target_ms:t}){let n=a.first_answer_ms,s=null===n?0:t-n;return p`<section class="wall-card wall-figure">
<h2>${e("wall.first_answer")}</h2>
<strong>${null===n?"–":v(n)}</strong>
<p class=${s>=0?"good":"late"}>
${null===n?e("wall.first_none"):e(s>=0?"wall.faster":"wall.slower",{time:v(Math.abs(s))})}
</p>
</section>
<section class="wall-card wall-figure">
<h2>${e("wall.answered")}</h2>
<strong>${a.answered}</strong>
<p>${l("wall.answered_of",a.conversations)}</p>
</section>`}(t)}${function(t,n){let{today:s}=t,i=new Intl.DateTimeFormat(a,{timeZone:t.time_zone,weekday:"short"}).format(n),o=s.conversations-s.conversations_before,r=l(0===o?"wall.today_same":o>0?"wall.today_more":"wall.today_less",s.conversations,{day:i,more:Math.abs(o)});return p`<section class="wall-card wall-course">
<h2 class="wall-says">${r}</h2>
${function({hours:a,hours_before:l},t){let[n,s]=function(a,e){let l=a.length-1,t=[...a,...e.slice(a.length)].flatMap((l,t)=>a[t]||e[t]?[t]:[]),n=Math.max(l,...t),s=Math.min(l,...t),i=Math.max(0,Math.min(s,n-6));return[i,Math.min(23,Math.max(n,i+6))]}(a,l),[i,o]=function(a){let e=Math.max(4,a)/2,l=10**Math.floor(Math.log10(e)),t=[1,2,5,10].map(a=>a*l).find(a=>a>=e)??e;return[t,2*t]}(Math.max(...a,...l)),r=a=>_+(a-n)/(s-n)*(y-_-M),c=a=>k-a/o*(k-x),d=a=>a.flatMap((a,e)=>e<n||e>s?[]:[`${r(e).toFixed(1)},${c(a).toFixed(1)}`]).join(" "),w=a.length-1,m=Math.round((n+s)/2);return p`<svg class="wall-curve" viewBox="0 0 ${y} ${b}" role="img" aria-label=${t}>
${[0,i,o].map(a=>h`<line class="grid" x1=${_} x2=${y-M} y1=${c(a)} y2=${c(a)}></line>
<text x=${_-8} y=${c(a)+4} text-anchor="end">${a}</text>`)}
${[...new Set([n,m,s])].map(a=>h`<text x=${r(a)} y=${b-6} text-anchor="middle">${e("wall.hour",{hour:a})}</text>`)}
<polyline class="before" points=${d(l)}></polyline>
<polygon class="area" points=${`${r(n)},${k} ${d(a)} ${r(w)},${k}`}></polygon>
<polyline class="today" points=${d(a)}></polyline>
${void 0===a[w]?f:h`<circle cx=${r(w)} cy=${c(a[w])} r="4"></circle>
<text class="now" x=${r(w)} y=${c(a[w])-10} text-anchor="middle">${a[w]}</text>`}
</svg>`}(s,r)}
<footer>
<span>${e("wall.open")} <b>${t.open}</b></span><span>${e("wall.closed")} <b>${s.closed}</b></span>
<span class="wall-key">${e("wall.week_ago",{day:i})}</span>
</footer>
</section>`}(t,n)}</div>
<div class="wall-right">${function(a,t,n,s){let i=a.people_count-Math.min(6,a.people.length);return p`<section class="wall-card wall-people">
<h2>${e("wall.people")}</h2>
<ul>${a.people.slice(0,6).map(a=>{let{load:l,capacity:i,presence:o}=a,c=o.there?o.availability:"offline",d=l>=i,$=e(d?"wall.full":"wall.load",{load:l,capacity:i});return p`<li class=${c}>
<button aria-haspopup="menu" aria-expanded="false" @click=${e=>n.choose(e.currentTarget,a)}>
<span class="me-face">${r(a)}<i class="presence ${"online"===c?"on":c}"></i></span>
<span class="wall-who"><b>${a.name}</b><small>${function({presence:a},l,t){if(!a.there)return e("wall.gone");if("missed"===a.set_by)return e("wall.missed");if("idle"===a.set_by)return e("wall.idle",{time:w(a.since,l)});let n=a.reason?t(a.reason):e(`agent.state_${a.availability}`);return a.until?e("wall.back",{state:n,time:m(a.until)}):e("wall.since",{state:n,time:w(a.since,l)})}(a,t,s)}</small></span>
</button>
<span class="wall-slots ${d?"full":""}">
${i>10||i<1?q(i<1?100:Math.min(100,l/i*100)):Array.from({length:i},(a,e)=>p`<i class=${e<l?"taken":""}></i>`)}
<em>${$}</em>
</span>
</li>`})}</ul>
${i>0?p`<p class="wall-more">${l("wall.more_people",i)}</p>`:f}
</section>`}(t,n,c,$)}${function(a,t,n){let o=a.alarms.find(a=>D.includes(a.code));if(!o)return p`<section class="wall-card wall-well"><p>${s("circle-check",20)} ${e("wall.all_well")}</p></section>`;let r=e=>a.people.find(a=>a.id===e)?.name??"",c=a.queue.find(a=>a.id===o.conversation_id),{cure:d}=o,m="nobody_there"===o.code?l("wall.alarm_nobody_there",o.count??0):e(`wall.alarm_${o.code}`,{name:"late"===o.code?c?i(c):"":r(o.agent_id),time:a.longest_since?w(a.longest_since,t):""}),[$,u]=[d.agent_id,o.conversation_id],h=r($),g=!$||"set_online"!==d.code&&"ask"!==d.code?$&&u&&"give_to"===d.code?p`<button class="button" @click=${()=>n.give(u,$)}>${e("wall.do_give",{name:h})}</button>`:f:p`<button class="button" @click=${()=>n.online($)}>${e("wall.do_online",{name:h})}</button>`;return p`<section class="wall-card wall-alarm" role="alert">
<h2>${s("clock",20)} ${m}</h2>
<p>${e(`wall.cure_${d.code}`,{name:h,room:d.room??0})}</p>
${g}
</section>`}(t,n,c)}</div>
</div>`)(n,Z.value,O,{away:t,reason:a=>j.value.get(a)??d({id:a,name:null})}):p`<p class="wall-loading" role="status">${e("common.loading")}</p>`}),{root:I,title:()=>`${e("rail.wall")} · ${S.shop.name}`,heading:()=>I.querySelector("h1"),address:()=>"/wall",async prepare(){K()},show(){B=!0,document.body.dataset.alone="false",J()},hide(){B=!1,J()}}});
